package org.cairncache.jcache;

import javax.cache.Cache;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an entry. Key and values are copied each time they are asked for, by value, so a
 * listener cannot change the cache through them. Thread-safe.
 */
final class Event<K, V> extends CacheEntryEvent<K, V> {
  private static final long serialVersionUID = 1L;

  private final transient K key;
  private final transient @Nullable V value;
  private final transient @Nullable V oldValue;
  private final transient Copying copying;

  private Event(
      Cache<K, V> source,
      EventType type,
      K key,
      @Nullable V value,
      @Nullable V oldValue,
      Copying copying) {
    super(source, type);
    this.key = key;
    this.value = value;
    this.oldValue = oldValue;
    this.copying = copying;
  }

  static <K, V> Event<K, V> created(Cache<K, V> source, K key, V value, Copying copying) {
    return new Event<>(source, EventType.CREATED, key, value, null, copying);
  }

  static <K, V> Event<K, V> updated(
      Cache<K, V> source, K key, V value, V oldValue, Copying copying) {
    return new Event<>(source, EventType.UPDATED, key, value, oldValue, copying);
  }

  /** Removed or expired: the old value is the value too (JSR-107 1.1, {@code getValue}). */
  static <K, V> Event<K, V> gone(
      Cache<K, V> source, EventType type, K key, V oldValue, Copying copying) {
    return new Event<>(source, type, key, oldValue, oldValue, copying);
  }

  @Override
  public K getKey() {
    return copying.copyKey(key);
  }

  @Override
  public @Nullable V getValue() {
    return copying.shareOrNull(value);
  }

  @Override
  public @Nullable V getOldValue() {
    return copying.shareOrNull(oldValue);
  }

  @Override
  public boolean isOldValueAvailable() {
    return oldValue != null;
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return Unwrapping.unwrap(this, type);
  }

  @Override
  public String toString() {
    return "Event[" + getEventType() + ", cache=" + getSource().getName() + "]";
  }
}
