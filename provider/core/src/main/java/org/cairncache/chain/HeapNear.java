package org.cairncache.chain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.cairncache.spi.Stored;
import org.cairncache.spi.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * A near level of this process alone: what is written is kept. Thread-safe.
 *
 * @param entries bounded or not
 * @param keepMillis how long an entry stays that is no longer good
 */
record HeapNear<K, V>(ConcurrentMap<K, NearEntry<V>> entries, long keepMillis)
    implements Near<K, V> {
  private static final Warnings WARNINGS = new Warnings(HeapNear.class);

  @Override
  public @Nullable NearEntry<V> find(K key) {
    return entries.get(key);
  }

  @Override
  public Map<K, NearEntry<V>> findAll(Set<? extends K> keys) {
    Map<K, NearEntry<V>> found = new HashMap<>(keys.size() * 2);
    for (K key : keys) {
      NearEntry<V> entry = entries.get(key);
      if (entry != null) {
        found.put(key, entry);
      }
    }
    return found;
  }

  @Override
  public void fill(K key, @Nullable NearEntry<V> kept, Stored<V> entry, long goodUntilMillis) {
    wrote(key, entry, goodUntilMillis);
  }

  @Override
  public void renew(K key, NearEntry<V> kept, long goodUntilMillis) {
    kept.goodUntil(goodUntilMillis);
  }

  @Override
  public void wrote(K key, Stored<V> entry, long goodUntilMillis) {
    try {
      entries.put(key, new NearEntry<>(entry, goodUntilMillis));
    } catch (RuntimeException failure) {
      entries.remove(key); // the far level has it all the same
      WARNINGS.failed("A weigher throws, so a near level does not keep the entry", failure);
    }
  }

  @Override
  public void touched(K key, Stored<V> entry, long goodUntilMillis) {
    wrote(key, entry, goodUntilMillis);
  }

  @Override
  public void drop(K key) {
    entries.remove(key);
  }

  @Override
  public void forget(K key) {
    entries.remove(key);
  }

  @Override
  public void clear() {
    entries.clear();
  }

  @Override
  public void destroy() {
    entries.clear();
  }

  @Override
  public void sweep(long nowMillis) {
    entries.values().removeIf(entry -> entry.goodUntilMillis() + keepMillis <= nowMillis);
  }

  @Override
  public Optional<String> refusal(Class<?> valueType) {
    return Optional.empty();
  }

  @Override
  public boolean blocks() {
    return false;
  }

  @Override
  public void close() {
    entries.clear();
  }
}
