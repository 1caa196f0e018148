package org.cairncache.jcache;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreTraits;

/** What keeps the writer's database and the cache together, besides the locks of this process. */
enum WriteThroughMode {
  /** Nothing: no other process changes the entries. */
  ALONE,

  /** A lease of the key, for all processes. */
  LEASE,

  /** Calling the writer again whenever another process may have called its own meanwhile. */
  AT_LEAST_ONCE;

  private static final Duration LEAST_LEASE = Duration.ofMillis(100);
  private static final Duration MOST_LEASE = Duration.ofHours(1);
  private static final Duration DEFAULT_LEASE = Duration.ofSeconds(30);

  /**
   * The mode of a cache.
   *
   * @throws IllegalArgumentException if the setting is neither of its words
   */
  static WriteThroughMode of(String cacheName, Settings settings, StoreTraits traits) {
    String word = settings.get(Settings.WRITE_THROUGH).orElse(LEASE.word());
    WriteThroughMode mode =
        Arrays.stream(values())
            .filter(each -> each != ALONE && each.word().equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    wrong(
                        cacheName,
                        "write-through must be lease or at-least-once, not \"" + word + "\""));
    return traits.shared() ? mode : ALONE;
  }

  /**
   * How long a lease lasts.
   *
   * @throws IllegalArgumentException if the setting is out of its bounds
   */
  static Duration lease(String cacheName, Settings settings) {
    Duration lease = settings.get(Settings.WRITE_THROUGH_LEASE).orElse(DEFAULT_LEASE);
    if (lease.compareTo(LEAST_LEASE) < 0 || lease.compareTo(MOST_LEASE) > 0) {
      throw wrong(
          cacheName,
          "write-through-lease must be from "
              + LEAST_LEASE
              + " to "
              + MOST_LEASE
              + ", not "
              + lease);
    }
    return lease;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static IllegalArgumentException wrong(String cacheName, String problem) {
    return new IllegalArgumentException("Cache \"" + cacheName + "\": " + problem);
  }
}
