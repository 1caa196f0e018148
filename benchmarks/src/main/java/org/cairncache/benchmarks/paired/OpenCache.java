package org.cairncache.benchmarks.paired;

import java.util.function.BiConsumer;

/**
 * A cache that a {@link Subject} opened.
 *
 * @param cache what the subject's loops expect
 * @param putter writes one entry
 * @param closer releases the cache and everything that was opened with it
 */
public record OpenCache(Object cache, BiConsumer<Object, Object> putter, Runnable closer)
    implements AutoCloseable {
  /** Puts {@code keys[i] → values[i]} for every key. */
  public OpenCache fill(Object[] keys, Object[] values) {
    for (int i = 0; i < keys.length; i++) {
      putter.accept(keys[i], values[i]);
    }
    return this;
  }

  @Override
  public void close() {
    closer.run();
  }
}
