package org.cairncache.testkit.corners;

import javax.cache.Cache;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/** The invocations that more than one test makes. */
final class Processors {
  private Processors() {}

  /** Does something with an entry inside {@code invoke}; needs to return nothing. */
  interface Step<V> {
    void on(MutableEntry<String, V> entry);
  }

  static <V> void run(Cache<String, V> cache, String key, Step<V> step) {
    cache.<@Nullable Void>invoke(
        key,
        (entry, arguments) -> {
          step.on(entry);
          return null;
        });
  }

  static <V> void set(Cache<String, V> cache, String key, V value) {
    run(cache, key, entry -> entry.setValue(value));
  }

  static <V> void remove(Cache<String, V> cache, String key) {
    run(cache, key, MutableEntry::remove);
  }

  static <V> @Nullable V get(Cache<String, V> cache, String key) {
    return cache.<V>invoke(key, (entry, arguments) -> entry.getValue());
  }
}
