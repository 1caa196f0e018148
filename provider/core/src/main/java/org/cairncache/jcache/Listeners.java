package org.cairncache.jcache;

import java.io.Closeable;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.event.EventType;
import org.cairncache.spi.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of one cache. Events are queued under the lock of their key, so every listener sees
 * a key's events in the order of its writes, and delivered after it: to synchronous listeners by
 * the time {@link Pending#await} returns, to others on the executor. Thread-safe.
 */
final class Listeners<K, V> {
  private final Warnings warnings = new Warnings(Listeners.class);
  private final CopyOnWriteArrayList<Registration<K, V>> registrations =
      new CopyOnWriteArrayList<>();
  private final String cacheName;
  private final Executor executor;
  private boolean closed;

  Listeners(String cacheName, Executor executor) {
    this.cacheName = cacheName;
    this.executor = executor;
  }

  boolean isEmpty() {
    return registrations.isEmpty();
  }

  boolean want(EventType type) {
    for (Registration<K, V> registration : registrations) {
      if (registration.wants(type)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Registers.
   *
   * @throws IllegalArgumentException if an equal configuration is registered already
   * @throws IllegalStateException if the cache was closed: nobody would close this listener
   */
  synchronized void register(CacheEntryListenerConfiguration<K, V> configuration) {
    if (closed) {
      throw new IllegalStateException("The cache \"" + cacheName + "\" is closed");
    }
    if (find(configuration) != null) {
      throw new IllegalArgumentException("This listener configuration is registered already");
    }
    registrations.add(new Registration<>(configuration));
  }

  /** Deregisters; false if no equal configuration is registered. */
  synchronized boolean deregister(CacheEntryListenerConfiguration<K, V> configuration) {
    Registration<K, V> registration = find(configuration);
    return registration != null && registrations.remove(registration);
  }

  /** Takes no more listeners; returns those that are to be closed. */
  synchronized List<Closeable> close() {
    closed = true;
    return registrations.stream().map(Registration::closeable).filter(Objects::nonNull).toList();
  }

  /** Queues the event for every listener that wants it. The caller holds the lock of the key. */
  void publish(K key, Event<K, V> event, Pending<K, V> pending) {
    for (Registration<K, V> registration : registrations) {
      if (registration.wants(event.getEventType())) {
        pending.add(registration, key, registration.enqueue(key, event));
      }
    }
  }

  /**
   * Delivers once the lock of the key is released. A call from inside a listener does not wait for
   * another thread's: two that waited for each other would never end.
   *
   * @param pending null for nothing
   * @throws javax.cache.event.CacheEntryListenerException if a synchronous listener fails
   */
  void deliver(@Nullable Pending<K, V> pending) {
    if (pending == null || pending.isEmpty()) {
      return;
    }
    boolean mayWait = !KeyQueues.inListener();
    pending.forEach(
        (registration, key, delivery) -> {
          if (!registration.isSynchronous()) {
            delivery.onFailure(this::warn);
            registration.drain(key, executor);
          } else {
            if (!mayWait) {
              delivery.onFailure(this::warn);
            }
            registration.drain(key);
          }
        });
    if (mayWait) {
      pending.await();
    }
  }

  private void warn(Throwable failure) {
    warnings.failed("A listener of the cache \"" + cacheName + "\" failed", failure);
  }

  private @Nullable Registration<K, V> find(CacheEntryListenerConfiguration<K, V> configuration) {
    for (Registration<K, V> registration : registrations) {
      if (registration.configuration().equals(configuration)) {
        return registration;
      }
    }
    return null;
  }
}
