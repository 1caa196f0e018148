package org.cairncache.testkit.corners;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.integration.CacheWriter;
import org.jspecify.annotations.Nullable;

/** Keeps what it was asked to write and delete; fails when told. Thread-safe. */
final class RecordingWriter<V> implements CacheWriter<String, V>, Closeable {
  private final List<Cache.Entry<? extends String, ? extends V>> writes =
      new CopyOnWriteArrayList<>();
  private final List<List<String>> writeBatches = new CopyOnWriteArrayList<>();
  private final List<Object> deletes = new CopyOnWriteArrayList<>();
  private final List<List<Object>> deleteBatches = new CopyOnWriteArrayList<>();
  private final AtomicInteger closed = new AtomicInteger();
  private volatile @Nullable Exception failure;
  private volatile Set<String> accepted = Set.of();

  /**
   * From now on every call throws this, declared or not; a batch first takes the accepted keys out.
   */
  void failWith(Exception exception, String... acceptedKeys) {
    accepted = Set.of(acceptedKeys);
    failure = exception;
  }

  void forget() {
    writes.clear();
    writeBatches.clear();
    deletes.clear();
    deleteBatches.clear();
  }

  /** The very entries handed to {@code write}. */
  List<Cache.Entry<? extends String, ? extends V>> writes() {
    return List.copyOf(writes);
  }

  /** The keys of each {@code writeAll}. */
  List<List<String>> writeBatches() {
    return List.copyOf(writeBatches);
  }

  /** The keys handed to {@code delete}. */
  List<Object> deletes() {
    return List.copyOf(deletes);
  }

  /** The keys of each {@code deleteAll}. */
  List<List<Object>> deleteBatches() {
    return List.copyOf(deleteBatches);
  }

  /** How often any of the four methods was called. */
  int calls() {
    return writes.size() + writeBatches.size() + deletes.size() + deleteBatches.size();
  }

  int closed() {
    return closed.get();
  }

  @Override
  public void write(Cache.Entry<? extends String, ? extends V> entry) {
    writes.add(entry);
    failIfTold();
  }

  @Override
  public void writeAll(Collection<Cache.Entry<? extends String, ? extends V>> entries) {
    List<String> keys = new ArrayList<>();
    entries.forEach(entry -> keys.add(entry.getKey()));
    writeBatches.add(keys);
    entries.removeIf(entry -> failure == null || accepted.contains(entry.getKey()));
    failIfTold();
  }

  @Override
  public void delete(Object key) {
    deletes.add(key);
    failIfTold();
  }

  @Override
  public void deleteAll(Collection<?> keys) {
    deleteBatches.add(new ArrayList<>(keys));
    keys.removeIf(key -> failure == null || accepted.contains(key));
    failIfTold();
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }

  private void failIfTold() {
    Exception told = failure;
    if (told != null) {
      throw Corners.<RuntimeException>undeclared(told);
    }
  }
}
