package org.cairncache.freshness;

import java.util.Collection;
import javax.cache.Cache;
import javax.cache.integration.CacheWriter;

/** Writes nowhere. */
final class NoWriter<K, V> implements CacheWriter<K, V> {
  @Override
  public void write(Cache.Entry<? extends K, ? extends V> entry) {}

  @Override
  public void writeAll(Collection<Cache.Entry<? extends K, ? extends V>> entries) {
    entries.clear();
  }

  @Override
  public void delete(Object key) {}

  @Override
  public void deleteAll(Collection<?> keys) {
    keys.clear();
  }
}
