package org.cairncache.promises;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.CairnCache;
import org.cairncache.freshness.Cached;
import org.cairncache.freshness.Cached1;
import org.cairncache.freshness.Freshness;
import org.cairncache.testkit.OwnManager;

/**
 * Has one process load a result, and notes for how long after that, by the true time, another one
 * serves it. Not thread-safe.
 */
final class SkewedReader {
  /** For how long a result is fresh, and then stale. */
  static final Duration TTL = Duration.ofSeconds(2);

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String what;
  private final String key = "key-" + COUNT.incrementAndGet();
  private final CairnCache<String, String> cache;
  private final Cached1<String, String> loading;
  private final Cached1<String, String> reading;
  private long loadedNanos;
  private long reads;
  private long freshMillis;
  private long servedMillis;

  SkewedReader(String what, OwnManager loads, OwnManager reads) {
    this.what = what;
    this.cache = cache(reads);
    this.loading = function(cache(loads), key -> "loaded");
    this.reading =
        function(
            cache,
            key -> {
              throw new IllegalStateException("There is no source here");
            });
  }

  @SuppressWarnings("unchecked") // as it is created
  private static CairnCache<String, String> cache(OwnManager manager) {
    var existing = manager.existing("functions");
    var cache = existing == null ? manager.cache("functions") : existing;
    return cache.unwrap(CairnCache.class);
  }

  private static Cached1<String, String> function(
      CairnCache<String, String> cache, Cached1.Loader<String, String> loader) {
    return Cached.of(cache).key("f:{}").ttl(TTL).stale(TTL).build(loader);
  }

  void load() {
    String unused = loading.get(key);
    loadedNanos = System.nanoTime();
  }

  /** Looks once; false if there is nothing any more. */
  boolean read() {
    long age = (System.nanoTime() - loadedNanos) / 1_000_000;
    Freshness freshness = reading.explain(key).freshness();
    boolean plain = cache.get("f:" + key) != null;
    boolean served = isServed();
    if (freshness == Freshness.FRESH) {
      freshMillis = age;
    }
    if (plain || served || freshness != Freshness.DEAD) {
      servedMillis = age;
      reads++;
      return true;
    }
    return false;
  }

  private boolean isServed() {
    try {
      return reading.get(key) != null;
    } catch (IllegalStateException dead) {
      return false;
    }
  }

  long reads() {
    return reads;
  }

  /** For how long it was fresh. */
  long freshMillis() {
    return freshMillis;
  }

  /** For how long anybody got it. */
  long servedMillis() {
    return servedMillis;
  }

  @Override
  public String toString() {
    return "%s: fresh for %d ms, served for %d ms, %d reads"
        .formatted(what, freshMillis, servedMillis, reads);
  }
}
