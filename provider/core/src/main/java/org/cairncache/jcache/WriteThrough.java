package org.cairncache.jcache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.integration.CacheWriter;
import javax.cache.integration.CacheWriterException;
import org.cairncache.spi.Lease;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Calls the writer before the cache changes, and only for changes of the application: neither loads
 * nor expiry are written. Where other processes change the entries too, {@link Writing} keeps
 * theirs and this one's calls apart. As thread-safe as the writer.
 */
final class WriteThrough<K, V> {
  private final CacheWriter<? super K, ? super V> writer;
  private final Copying copying;
  private final WriteThroughMode mode;
  private final @Nullable KeyLeases<K> leases;

  /**
   * Through this writer.
   *
   * @param leases of the keys; there if and only if the mode is {@link WriteThroughMode#LEASE}
   */
  WriteThrough(
      CacheWriter<? super K, ? super V> writer,
      Copying copying,
      WriteThroughMode mode,
      @Nullable KeyLeases<K> leases) {
    this.writer = writer;
    this.copying = copying;
    this.mode = mode;
    this.leases = leases;
  }

  /**
   * Begins an operation on one key, whose lock is held.
   *
   * @throws javax.cache.CacheException if other processes keep its lease for too long
   */
  Writing<K, V> begin(K key) {
    return writing(key, leases == null ? null : leases.take(key));
  }

  /** Begins one on each of many keys, as {@link #begin} does: on all or on none. */
  Writings<K, V> beginAll(Collection<K> keys) {
    Map<K, Lease> held = leases == null ? Map.of() : leases.takeAll(keys);
    Map<K, Writing<K, V>> all = new HashMap<>();
    keys.forEach(key -> all.put(key, writing(key, held.get(key))));
    return new Writings<>(all);
  }

  /**
   * The latest entries of keys that the writer is about to be told of, where it must be known
   * whether they changed since; else nothing is asked.
   */
  Map<K, Stored<V>> look(Store<K, V> store, Collection<K> keys) {
    Map<K, Stored<V>> there = new HashMap<>();
    if (mode == WriteThroughMode.AT_LEAST_ONCE) {
      for (K key : keys) {
        Stored<V> stored = store.getLatest(key);
        if (stored != null) {
          there.put(key, stored);
        }
      }
    }
    return there;
  }

  private Writing<K, V> writing(K key, @Nullable Lease lease) {
    return new Writing<>(this, key, lease, mode != WriteThroughMode.AT_LEAST_ONCE);
  }

  /** Takes the lease of a key anew. */
  Lease lease(K key) {
    return Objects.requireNonNull(leases, "only who has leases loses one").take(key);
  }

  void release(Lease lease) {
    Objects.requireNonNull(leases, "only who has leases gives one back").release(lease);
  }

  /** Whether the change is one that is written through. */
  static boolean isWritten(Change<?> change) {
    return change instanceof Change.Delete
        || (change instanceof Change.Write<?> write && !write.loaded());
  }

  /**
   * Writes the change through if it is one to be written.
   *
   * @throws CacheWriterException what the writer threw, or with it as the cause
   */
  void apply(K key, Change<V> change) {
    if (change instanceof Change.Write<V> write && !write.loaded()) {
      write(key, write.value());
    } else if (change instanceof Change.Delete) {
      call(() -> writer.delete(copying.copyKey(key)));
    }
  }

  /** Writes a value through, whatever it comes from; throws as {@link #apply}. */
  void write(K key, V value) {
    call(() -> writer.write(entry(key, value)));
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
    keys.forEach(key -> left.add(copying.copyKey(key)));
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
    return new Entry<>(copying.copyKey(key), copying.share(value));
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
