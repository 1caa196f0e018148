package org.cairncache.testkit.corners;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.cache.integration.CacheLoader;
import org.jspecify.annotations.Nullable;

/** Loads from a function, null meaning that there is nothing, and counts. Thread-safe. */
final class RecordingLoader<V> implements CacheLoader<String, V>, Closeable {
  private final List<String> loads = new CopyOnWriteArrayList<>();
  private final List<List<String>> batches = new CopyOnWriteArrayList<>();
  private final AtomicInteger closed = new AtomicInteger();
  private final Function<String, V> source;

  RecordingLoader(Function<String, V> source) {
    this.source = source;
  }

  /** Loads "loaded-" and the key. */
  static RecordingLoader<String> ofStrings() {
    return new RecordingLoader<>(key -> "loaded-" + key);
  }

  /** The keys asked for one by one. */
  List<String> loads() {
    return List.copyOf(loads);
  }

  /** The keys of each {@code loadAll}. */
  List<List<String>> batches() {
    return List.copyOf(batches);
  }

  /** Every key asked for, in either way. */
  List<String> asked() {
    List<String> all = new ArrayList<>(loads);
    batches.forEach(all::addAll);
    return all;
  }

  int closed() {
    return closed.get();
  }

  @Override
  public @Nullable V load(String key) {
    loads.add(key);
    return source.apply(key);
  }

  @Override
  public Map<String, V> loadAll(Iterable<? extends String> keys) {
    List<String> batch = new ArrayList<>();
    keys.forEach(batch::add);
    batches.add(List.copyOf(batch));
    Map<String, V> loaded = new HashMap<>();
    for (String key : batch) {
      V value = source.apply(key);
      if (value != null) {
        loaded.put(key, value);
      }
    }
    return loaded;
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }
}
