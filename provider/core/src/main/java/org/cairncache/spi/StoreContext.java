package org.cairncache.spi;

import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * What the store of one cache is given when it is opened. Everything in it outlives the store and
 * is closed by its owner, never by the store. Thread-safe.
 */
public interface StoreContext<K, V> {
  /** The name of the cache, any text. */
  String cacheName();

  /** Where the entries live: the URI of the manager, or of this level of a chain. */
  URI uri();

  /** All decoding resolves classes through it. */
  ClassLoader classLoader();

  /** The configured type of keys, {@code Object.class} if none was. */
  Class<K> keyType();

  /** The configured type of values, {@code Object.class} if none was. */
  Class<V> valueType();

  /**
   * The clock of this process, the only source of time; deadlines go by it and {@link
   * Store#clockOffsetMillis()}.
   */
  InstantSource clock();

  /** For what is due later or again and again. Tasks on it must not block. */
  ScheduledExecutorService scheduler();

  /** For work that may block. */
  Executor executor();

  /** Hears what the store cannot say in a result. */
  StoreObserver observer();

  /** The settings of this cache. */
  Settings settings();

  /**
   * Something that the caches of one manager share, such as a connection: made once by the first
   * that asks, closed after the last cache when the manager closes.
   *
   * @param type what it is; one object of each type for each manager
   */
  <R extends AutoCloseable> R shared(Class<R> type, Supplier<? extends R> make);
}
