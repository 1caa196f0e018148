package org.cairncache.promises;

import javax.cache.Cache;
import org.cairncache.CairnCache;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;

/** The ways to add one to a number that others add to as well. */
enum Addition {
  INVOKE {
    @Override
    void add(Cache<String, Integer> cache, String key) {
      cache.invoke(
          key,
          (entry, arguments) -> {
            entry.setValue(entry.exists() ? entry.getValue() + 1 : 1);
            return null;
          });
    }
  },
  REPLACE {
    @Override
    void add(Cache<String, Integer> cache, String key) {
      for (boolean added = false; !added; ) {
        Integer present = cache.get(key);
        added =
            present == null ? cache.putIfAbsent(key, 1) : cache.replace(key, present, present + 1);
      }
    }
  },
  COMPARE_AND_SET {
    @Override
    @SuppressWarnings("unchecked") // the types of the cache
    void add(Cache<String, Integer> cache, String key) {
      CairnCache<String, Integer> cairn = cache.unwrap(CairnCache.class);
      Lifetime lifetime = Lifetime.until(Lifetime.NEVER);
      for (Stored<Integer> added = null; added == null; ) {
        Stored<Integer> present = cairn.getStored(key);
        int next = present == null ? 1 : present.value() + 1;
        added = cairn.compareAndSet(key, present, next, lifetime, Attributes.NONE);
      }
    }
  };

  abstract void add(Cache<String, Integer> cache, String key);
}
