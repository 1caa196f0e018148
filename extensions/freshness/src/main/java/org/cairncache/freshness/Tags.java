package org.cairncache.freshness;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.cache.CacheException;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A counter for each tag, in the cache itself: an entry keeps the counts that it was loaded under,
 * and is good as long as they are the counts. No clock is asked, and a counter that was lost begins
 * at a number that it has not had, so what was ended stays so. Thread-safe.
 */
final class Tags<V> {
  private static final String KEY = "%tag:";
  private static final String COUNT = "count";
  private static final long UNKNOWN = -1;

  private final Entries<V> entries;

  Tags(Entries<V> entries) {
    this.entries = entries;
  }

  /** Whether no tag of the entry was invalidated since it was loaded. */
  boolean areCurrent(Stored<V> entry) {
    Map<String, Long> versions = entry.attributes().tagVersions();
    if (versions.isEmpty()) {
      return true;
    }
    for (Map.Entry<String, Long> tag : versions.entrySet()) {
      Stored<V> counter = entries.find(KEY + tag.getKey());
      if (counter == null || countOf(counter) != tag.getValue()) {
        return false;
      }
    }
    return true;
  }

  /** The counts of the tags now, to be read before what they stand for. */
  Map<String, Long> versions(Iterable<String> tags) {
    Map<String, Long> versions = new HashMap<>();
    for (String tag : tags) {
      versions.put(tag, version(tag));
    }
    return versions;
  }

  /**
   * The count of a tag, which begins if it has none.
   *
   * @return a count that no counter has if the store fails: what is loaded is then not kept for
   *     long
   */
  long version(String tag) {
    try {
      Stored<V> counter = entries.latest(KEY + tag);
      while (counter == null) {
        counter = set(tag, null, ThreadLocalRandom.current().nextLong(Long.MAX_VALUE / 2));
        counter = counter == null ? entries.latest(KEY + tag) : counter;
      }
      return countOf(counter);
    } catch (CacheException failure) {
      entries.tolerate(failure);
      return UNKNOWN;
    }
  }

  /** Ends all entries that have the tag, whoever loaded them. */
  void invalidate(String tag) {
    Stored<V> next = null;
    while (next == null) {
      Stored<V> counter = entries.latest(KEY + tag);
      long count =
          counter == null
              ? ThreadLocalRandom.current().nextLong(Long.MAX_VALUE / 2)
              : countOf(counter) + 1;
      next = set(tag, counter, count);
    }
  }

  private @Nullable Stored<V> set(String tag, @Nullable Stored<V> expected, long count) {
    Lifetime forEver = new Lifetime(entries.clock().millis(), Lifetime.NEVER, Lifetime.NEVER);
    return entries.replace(
        KEY + tag, expected, null, forEver, new Attributes(0, Map.of(COUNT, count)));
  }

  private static long countOf(Stored<?> counter) {
    return counter.attributes().tagVersions().getOrDefault(COUNT, UNKNOWN);
  }
}
