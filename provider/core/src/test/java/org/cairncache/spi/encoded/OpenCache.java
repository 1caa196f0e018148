package org.cairncache.spi.encoded;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Stored;
import org.cairncache.spi.TestContext;
import org.jspecify.annotations.Nullable;

/** An encoded store over bytes that may have been there before, and what it told its observer. */
final class OpenCache implements StoreObserver {
  final Bytes bytes;
  final Store<String, Object> store;
  private final AtomicInteger unreadable = new AtomicInteger();
  private final AtomicInteger unchanged = new AtomicInteger();

  OpenCache(Bytes bytes, String cacheName, Settings settings) {
    this.bytes = bytes;
    this.store = EncodedStore.open(bytes, new TestContext<>(cacheName, settings, this));
  }

  OpenCache(Bytes bytes, Settings settings, InstantSource clock) {
    this.bytes = bytes;
    this.store = EncodedStore.open(bytes, new TestContext<>("test", settings, this, clock));
  }

  static OpenCache over(Bytes bytes, Settings settings) {
    return new OpenCache(bytes, "test", settings);
  }

  static OpenCache with(Settings settings) {
    return over(new Bytes(), settings);
  }

  @Override
  public void unreadable(Operation operation) {
    unreadable.incrementAndGet();
  }

  int unreadable() {
    return unreadable.get();
  }

  @Override
  public void unchanged(Operation operation) {
    unchanged.incrementAndGet();
  }

  int unchanged() {
    return unchanged.get();
  }

  /** The value, or null if there is none or it cannot be read. */
  @Nullable Object value(String key) {
    Stored<Object> stored = store.get(key);
    return stored == null || !stored.isReadable() ? null : stored.value();
  }
}
