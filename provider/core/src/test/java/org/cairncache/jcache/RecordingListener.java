package org.cairncache.jcache;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.FactoryBuilder;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;

/** A synchronous listener that notes every event as {@code TYPE key old->new}. Thread-safe. */
public final class RecordingListener<K, V>
    implements CacheEntryCreatedListener<K, V>,
        CacheEntryUpdatedListener<K, V>,
        CacheEntryRemovedListener<K, V>,
        CacheEntryExpiredListener<K, V>,
        java.io.Serializable {
  private static final long serialVersionUID = 1L;

  private final transient List<String> events = new CopyOnWriteArrayList<>();

  public List<String> events() {
    return events;
  }

  public CacheEntryListenerConfiguration<K, V> configuration() {
    return new MutableCacheEntryListenerConfiguration<>(
        new FactoryBuilder.SingletonFactory<>(this), null, true, true);
  }

  @Override
  public void onCreated(Iterable<CacheEntryEvent<? extends K, ? extends V>> created) {
    note(created);
  }

  @Override
  public void onUpdated(Iterable<CacheEntryEvent<? extends K, ? extends V>> updated) {
    note(updated);
  }

  @Override
  public void onRemoved(Iterable<CacheEntryEvent<? extends K, ? extends V>> removed) {
    note(removed);
  }

  @Override
  public void onExpired(Iterable<CacheEntryEvent<? extends K, ? extends V>> expired) {
    note(expired);
  }

  private void note(Iterable<CacheEntryEvent<? extends K, ? extends V>> all) {
    for (CacheEntryEvent<? extends K, ? extends V> event : all) {
      events.add(
          event.getEventType()
              + " "
              + event.getKey()
              + " "
              + event.getOldValue()
              + "->"
              + event.getValue());
    }
  }
}
