package org.cairncache.freshness.background;

import java.time.Duration;
import javax.cache.Cache;
import org.cairncache.freshness.work.FunctionCaches;

/**
 * Values that are loaded on a schedule, so that no request loads them:
 *
 * <pre>{@code
 * RefreshTask<Flags> flags =
 *     Background.refresh(cache).key("flags").every(ofMinutes(5)).build(repo::flags);
 *
 * // one process of all that share the cache writes, every one reads
 * WriteTask<Rates> writer =
 *     Background.write(cache).key("rates").every(ofMinutes(1)).build(bank::rates);
 * Mirror<Rates> rates = Background.read(cache).key("rates").every(ofSeconds(5)).build();
 * rates.get();
 * }</pre>
 */
public final class Background {
  private Background() {}

  /**
   * Begins a value that this process loads for itself and keeps in the cache.
   *
   * @param cache of Cairn, with keys of type String (or untyped), without a writer
   * @throws IllegalArgumentException if it is not such a cache
   */
  public static <V> RefreshBuilder<V> refresh(Cache<String, V> cache) {
    return new RefreshBuilder<>(FunctionCaches.of(cache));
  }

  /**
   * Begins a value that one process loads for all that share the cache's store: the one that has
   * the lease. The others stand by.
   *
   * @param cache of Cairn, with keys of type String (or untyped), without a writer
   * @throws IllegalArgumentException if it is not such a cache
   */
  public static <V> WriteBuilder<V> write(Cache<String, V> cache) {
    return new WriteBuilder<>(FunctionCaches.of(cache));
  }

  /**
   * Begins a mirror of what a {@link #write} of any process keeps in the cache.
   *
   * @param cache over the same store as the writer's, with the same name, codec and keys
   * @throws IllegalArgumentException if it is not a cache of Cairn with keys of type String
   */
  public static <V> ReadBuilder<V> read(Cache<String, V> cache) {
    return new ReadBuilder<>(FunctionCaches.of(cache));
  }

  /**
   * Begins a mirror of what the {@link #write} of this key in this very process writes to.
   *
   * @throws IllegalStateException if no open one is here, or several over different caches are
   */
  public static <V> ReadBuilder<V> read(String key, Duration every) {
    return new ReadBuilder<V>(Writers.cacheOf(key)).key(key).every(every);
  }
}
