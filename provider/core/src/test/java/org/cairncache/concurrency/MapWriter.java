package org.cairncache.concurrency;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.Cache;
import javax.cache.integration.CacheWriter;

/** Writes through to a map. Thread-safe. */
final class MapWriter implements CacheWriter<String, Integer> {
  private final Map<Object, Object> written = new ConcurrentHashMap<>();

  /** What the source holds. */
  Map<Object, Object> written() {
    return written;
  }

  @Override
  public void write(Cache.Entry<? extends String, ? extends Integer> entry) {
    Interleaving.letOthersGoFirst();
    written.put(entry.getKey(), entry.getValue());
  }

  @Override
  public void writeAll(Collection<Cache.Entry<? extends String, ? extends Integer>> entries) {
    entries.forEach(this::write);
    entries.clear();
  }

  @Override
  public void delete(Object key) {
    Interleaving.letOthersGoFirst();
    written.remove(key);
  }

  @Override
  public void deleteAll(Collection<?> keys) {
    keys.forEach(written::remove);
    keys.clear();
  }
}
