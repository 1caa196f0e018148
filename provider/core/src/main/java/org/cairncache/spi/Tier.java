package org.cairncache.spi;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * One level of a cache that lives on several, near ones over far ones. Immutable.
 *
 * @param store where it keeps its entries
 * @param settings what its store reads, and how long a near level may go by what it has ({@link
 *     #TTL}); what is not set here is as the cache has it
 */
public record Tier(URI store, Settings settings) {
  /** How long a near level serves an entry without asking the levels under it. */
  public static final Setting<Duration> TTL =
      new Setting<>(
          "ttl",
          Duration.class,
          "How long this near level serves an entry before it asks the levels under it again, from 1"
              + " ms to 10000 days: nothing it serves is older, whatever notices were lost; 1 minute by"
              + " default. Not for the last level, where entries live as the cache says.");

  public Tier {
    StoreUris.checked(store);
    Objects.requireNonNull(settings, "settings");
  }

  /**
   * A level on the store at this URI, with nothing set.
   *
   * @throws javax.cache.CacheException if there is a password in it
   */
  public static Tier of(URI store) {
    return new Tier(store, Settings.NONE);
  }

  /** The same as a near level that goes by an entry for so long ({@link #TTL}). */
  public Tier ttl(Duration ttl) {
    return with(TTL, ttl);
  }

  /** The same with at most so many entries. */
  public Tier maximumSize(long entries) {
    return with(Settings.MAXIMUM_SIZE, entries);
  }

  /** The same with one more setting. */
  public <T> Tier with(Setting<T> setting, T value) {
    return new Tier(store, settings.with(setting, value));
  }
}
