package org.cairncache.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/** Writes down all events of a cache, those of a key in the order in which they came. */
final class EventLog
    implements CacheEntryCreatedListener<String, Integer>,
        CacheEntryUpdatedListener<String, Integer>,
        CacheEntryRemovedListener<String, Integer>,
        CacheEntryExpiredListener<String, Integer> {
  /** One event. */
  record Line(EventType type, @Nullable Integer oldValue, @Nullable Integer value) {}

  private final Map<String, List<Line>> lines = new ConcurrentHashMap<>();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Set<Integer> values = ConcurrentHashMap.newKeySet();
  private volatile boolean overlapped;

  /** Makes this a listener of the caches to come. */
  void listenTo(MutableConfiguration<String, Integer> configuration, boolean synchronous) {
    configuration.addCacheEntryListenerConfiguration(
        new MutableCacheEntryListenerConfiguration<>(() -> this, null, true, synchronous));
  }

  /** The events of the key so far. */
  List<Line> of(String key) {
    List<Line> ofKey = lines.getOrDefault(key, List.of());
    synchronized (ofKey) {
      return List.copyOf(ofKey);
    }
  }

  /** Whether an entry with this value was created, or updated to it. */
  boolean hasSeen(int value) {
    return values.contains(value);
  }

  /** Whether ever two events of one key came at once. */
  boolean hasOverlapped() {
    return overlapped;
  }

  @Override
  public void onCreated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
    write(events);
  }

  @Override
  public void onUpdated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
    write(events);
  }

  @Override
  public void onRemoved(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
    write(events);
  }

  @Override
  public void onExpired(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
    write(events);
  }

  private void write(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
    for (CacheEntryEvent<? extends String, ? extends Integer> event : events) {
      overlapped |= !busy.add(event.getKey());
      Interleaving.letOthersGoFirst();
      List<Line> ofKey = lines.computeIfAbsent(event.getKey(), key -> new ArrayList<>());
      synchronized (ofKey) {
        ofKey.add(new Line(event.getEventType(), event.getOldValue(), event.getValue()));
      }
      values.add(event.getValue());
      busy.remove(event.getKey());
    }
  }
}
