package org.cairncache.concurrency;

import java.util.Objects;
import javax.cache.Cache;
import org.cairncache.CairnCache;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/** An operation on one key: how it is called, and what a map of one entry would do. */
sealed interface KeyOperation {

  /** Calls the cache; the answer is what {@link Effect#result} of {@link #on} must equal. */
  @Nullable Object call(Cache<String, Integer> cache, String key);

  /** The sequential specification: what happens where this value, or null for none, is there. */
  Effect on(@Nullable Integer present);

  /** Whether a loader is asked for a value that is not there. */
  default boolean readsThrough() {
    return false;
  }

  record Get() implements KeyOperation {
    @Override
    public @Nullable Object call(Cache<String, Integer> cache, String key) {
      return cache.get(key);
    }

    @Override
    public Effect on(@Nullable Integer present) {
      return Effect.access(present, present);
    }

    @Override
    public boolean readsThrough() {
      return true;
    }
  }

  record ContainsKey() implements KeyOperation {
    @Override
    public Object call(Cache<String, Integer> cache, String key) {
      return cache.containsKey(key);
    }

    @Override
    public Effect on(@Nullable Integer present) {
      return Effect.nothing(present != null);
    }
  }

  record Put(int value) implements KeyOperation {
    @Override
    public @Nullable Object call(Cache<String, Integer> cache, String key) {
      cache.put(key, value);
      return null;
    }

    @Override
    public Effect on(@Nullable Integer present) {
      return Effect.write(value, null);
    }
  }

  record GetAndPut(int value) implements KeyOperation {
    @Override
    public @Nullable Object call(Cache<String, Integer> cache, String key) {
      return cache.getAndPut(key, value);
    }

    @Override
    public Effect on(@Nullable Integer present) {
      return Effect.write(value, present);
    }
  }

  record PutIfAbsent(int value) implements KeyOperation {
    @Override
    public Object call(Cache<String, Integer> cache, String key) {
      return cache.putIfAbsent(key, value);
    }

    @Override
    public Effect on(@Nullable Integer present) {
      return present == null ? Effect.write(value, true) : Effect.nothing(false);
    }
  }

  record Replace(int value) implements KeyOperation {
    @Override
    public Object call(Cache<String, Integer> cache, String key) {
      return cache.replace(key, value);
    }

    @Override
    public Effect on(@Nullable Integer present) {
      return present == null ? Effect.nothing(false) : Effect.write(value, true);
    }
  }

  record ReplaceEqual(int expected, int value) implements KeyOperation {
    @Override
    public Object call(Cache<String, Integer> cache, String key) {
      return cache.replace(key, expected, value);
    }

    @Override
    public Effect on(@Nullable Integer present) {
      return present != null && present == expected
          ? Effect.write(value, true)
          : Effect.access(present, false);
    }
  }

  record GetAndReplace(int value) implements KeyOperation {
    @Override
    public @Nullable Object call(Cache<String, Integer> cache, String key) {
      return cache.getAndReplace(key, value);
    }

    @Override
    public Effect on(@Nullable Integer present) {
      return present == null ? Effect.nothing(null) : Effect.write(value, present);
    }
  }

  record Remove() implements KeyOperation {
    @Override
    public Object call(Cache<String, Integer> cache, String key) {
      return cache.remove(key);
    }

    @Override
    public Effect on(@Nullable Integer present) {
      return Effect.remove(present != null);
    }
  }

  record RemoveEqual(int expected) implements KeyOperation {
    @Override
    public Object call(Cache<String, Integer> cache, String key) {
      return cache.remove(key, expected);
    }

    @Override
    public Effect on(@Nullable Integer present) {
      return present != null && present == expected
          ? Effect.remove(true)
          : Effect.access(present, false);
    }
  }

  record GetAndRemove() implements KeyOperation {
    @Override
    public @Nullable Object call(Cache<String, Integer> cache, String key) {
      return cache.getAndRemove(key);
    }

    @Override
    public Effect on(@Nullable Integer present) {
      return Effect.remove(present);
    }
  }

  /**
   * By an entry processor. Returns the new value.
   *
   * @param first the new value where there is none
   */
  record Increment(int first) implements KeyOperation {
    @Override
    public @Nullable Object call(Cache<String, Integer> cache, String key) {
      return cache.invoke(
          key,
          (entry, arguments) -> {
            Integer present = entry.getValue();
            int next = present == null ? first : present + 1;
            Interleaving.letOthersGoFirst();
            entry.setValue(next);
            return next;
          });
    }

    @Override
    public Effect on(@Nullable Integer present) {
      int next = present == null ? first : present + 1;
      return Effect.write(next, next);
    }

    @Override
    public boolean readsThrough() {
      return true;
    }
  }

  /**
   * By a token. Where no history writes the same value twice, comparing tokens is comparing values.
   *
   * @param expected the token, or null to expect nothing
   */
  record CompareAndSet(@Nullable Stored<Integer> expected, int value) implements KeyOperation {
    @SuppressWarnings("unchecked") // the types of the cache are those of the interface
    @Override
    public Object call(Cache<String, Integer> cache, String key) {
      CairnCache<String, Integer> cairn = cache.unwrap(CairnCache.class);
      Lifetime lifetime = Lifetime.until(Lifetime.NEVER);
      return cairn.compareAndSet(key, expected, value, lifetime, Attributes.NONE) != null;
    }

    @Override
    public Effect on(@Nullable Integer present) {
      Integer wanted = expected == null ? null : expected.value();
      return Objects.equals(present, wanted)
          ? new Effect(Effect.Kind.WRITE_FOR_EVER, value, true)
          : Effect.nothing(false);
    }

    @Override
    public String toString() {
      Integer wanted = expected == null ? null : expected.value();
      return "CompareAndSet[expected=" + wanted + ", value=" + value + "]";
    }
  }
}
