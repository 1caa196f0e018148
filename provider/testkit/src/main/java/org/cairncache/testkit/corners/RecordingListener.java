package org.cairncache.testkit.corners;

import java.io.Closeable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryEventFilter;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/** Keeps every event in the order it came, then does with it what it was told. Thread-safe. */
final class RecordingListener<V>
    implements CacheEntryCreatedListener<String, V>,
        CacheEntryUpdatedListener<String, V>,
        CacheEntryRemovedListener<String, V>,
        CacheEntryExpiredListener<String, V>,
        Closeable {

  /** One event as it looked inside the listener. */
  record Seen<V>(
      EventType type,
      String key,
      @Nullable V value,
      @Nullable V oldValue,
      boolean oldValueAvailable) {}

  private final List<Seen<V>> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger closed = new AtomicInteger();
  private final Consumer<CacheEntryEvent<? extends String, ? extends V>> reaction;

  RecordingListener() {
    this(event -> {});
  }

  RecordingListener(Consumer<CacheEntryEvent<? extends String, ? extends V>> reaction) {
    this.reaction = reaction;
  }

  /** Called in the order of events, with the old value required. */
  MutableCacheEntryListenerConfiguration<String, V> synchronous() {
    return configuration(null, true, true);
  }

  /** Called after the operation returned, with the old value required. */
  MutableCacheEntryListenerConfiguration<String, V> asynchronous() {
    return configuration(null, true, false);
  }

  MutableCacheEntryListenerConfiguration<String, V> configuration(
      @Nullable CacheEntryEventFilter<String, V> filter, boolean oldValue, boolean synchronous) {
    return new MutableCacheEntryListenerConfiguration<>(
        Corners.always(this),
        filter == null ? null : Corners.always(filter),
        oldValue,
        synchronous);
  }

  List<Seen<V>> events() {
    return List.copyOf(events);
  }

  List<EventType> types() {
    return events.stream().map(Seen::type).toList();
  }

  List<Seen<V>> of(EventType type) {
    return events.stream().filter(event -> event.type() == type).toList();
  }

  void forget() {
    events.clear();
  }

  int closed() {
    return closed.get();
  }

  @Override
  public void onCreated(Iterable<CacheEntryEvent<? extends String, ? extends V>> created) {
    created.forEach(this::hear);
  }

  @Override
  public void onUpdated(Iterable<CacheEntryEvent<? extends String, ? extends V>> updated) {
    updated.forEach(this::hear);
  }

  @Override
  public void onRemoved(Iterable<CacheEntryEvent<? extends String, ? extends V>> removed) {
    removed.forEach(this::hear);
  }

  @Override
  public void onExpired(Iterable<CacheEntryEvent<? extends String, ? extends V>> expired) {
    expired.forEach(this::hear);
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }

  private void hear(CacheEntryEvent<? extends String, ? extends V> event) {
    events.add(
        new Seen<>(
            event.getEventType(),
            event.getKey(),
            event.getValue(),
            event.getOldValue(),
            event.isOldValueAvailable()));
    reaction.accept(event);
  }
}
