package org.cairncache.jcache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.integration.CacheWriter;
import javax.cache.integration.CacheWriterException;
import org.jspecify.annotations.Nullable;

/**
 * Calls the writer before the cache changes, and only for changes of the application: neither loads
 * nor expiry are written. As thread-safe as the writer.
 */
final class WriteThrough<K, V> {
  private final CacheWriter<? super K, ? super V> writer;
  private final Copying copying;

  WriteThrough(CacheWriter<? super K, ? super V> writer, Copying copying) {
    this.writer = writer;
    this.copying = copying;
  }

  /**
   * Writes the change through if it is one to be written.
   *
   * @throws CacheWriterException what the writer threw, or with it as the cause
   */
  void apply(K key, Change<V> change) {
    if (change instanceof Change.Write<V> write && !write.loaded()) {
      call(() -> writer.write(entry(key, write.value())));
    } else if (change instanceof Change.Delete) {
      call(() -> writer.delete(copying.copy(key)));
    }
  }

  /**
   * Writes many; returns the failure, or null, after the writer took from the map's keys what it
   * wrote.
   */
  Result<K> writeAll(Map<K, V> entries) {
    Collection<Cache.Entry<? extends K, ? extends V>> left = new ArrayList<>(entries.size());
    entries.forEach((key, value) -> left.add(entry(key, value)));
    CacheWriterException failure = attempt(() -> writeAllRaw(left));
    Set<K> unwritten = new HashSet<>();
    if (failure != null) {
      left.forEach(entry -> unwritten.add(entry.getKey()));
    }
    return new Result<>(unwritten, failure);
  }

  /** Deletes many, as {@link #writeAll} writes. */
  Result<K> deleteAll(Collection<K> keys) {
    Set<K> left = new HashSet<>();
    keys.forEach(key -> left.add(copying.copy(key)));
    CacheWriterException failure = attempt(() -> writer.deleteAll(left));
    return new Result<>(failure == null ? Set.of() : left, failure);
  }

  /** What a writer of many did not do, and why; without a failure it did all. */
  record Result<K>(Set<K> undone, @Nullable CacheWriterException failure) {
    void addTo(List<RuntimeException> failures) {
      if (failure != null) {
        failures.add(failure);
      }
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a writer of supertypes takes these entries
  private void writeAllRaw(Collection<?> entries) {
    ((CacheWriter) writer).writeAll(entries);
  }

  private Entry<K, V> entry(K key, V value) {
    return new Entry<>(copying.copy(key), copying.share(value));
  }

  private static void call(Runnable write) {
    CacheWriterException failure = attempt(write);
    if (failure != null) {
      throw failure;
    }
  }

  private static @Nullable CacheWriterException attempt(Runnable write) {
    try {
      write.run();
      return null;
    } catch (CacheWriterException failure) {
      return failure;
    } catch (Exception failure) { // also a checked one that the writer does not declare
      return new CacheWriterException("The cache writer failed; the cache is unchanged", failure);
    }
  }
}
