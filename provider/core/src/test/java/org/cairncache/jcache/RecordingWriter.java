package org.cairncache.jcache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.cache.Cache;
import javax.cache.integration.CacheWriter;
import org.jspecify.annotations.Nullable;

/** A writer that notes what it is told, and fails if it is told to. */
final class RecordingWriter<K, V> implements CacheWriter<K, V> {
  final List<String> calls = new ArrayList<>();
  @Nullable RuntimeException failure;
  Runnable onFirstCall = () -> {};

  @Override
  public void write(Cache.Entry<? extends K, ? extends V> entry) {
    note("write " + entry.getKey() + "=" + entry.getValue());
  }

  @Override
  public void writeAll(Collection<Cache.Entry<? extends K, ? extends V>> entries) {
    note("writeAll " + entries.size());
    entries.clear();
  }

  @Override
  public void delete(Object key) {
    note("delete " + key);
  }

  @Override
  public void deleteAll(Collection<?> keys) {
    note("deleteAll " + keys.size());
    keys.clear();
  }

  private void note(String call) {
    calls.add(call);
    if (calls.size() == 1) {
      onFirstCall.run();
    }
    if (failure != null) {
      throw failure;
    }
  }
}
