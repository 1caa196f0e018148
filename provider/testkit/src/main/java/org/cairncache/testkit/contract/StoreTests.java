package org.cairncache.testkit.contract;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** One part of the contract: opens stores of a new cache for each test and closes them after it. */
@Timeout(value = 60, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class StoreTests {
  /** Lives for ever, and may be given a deadline later. */
  static final Lifetime LASTING = Lifetime.until(Lifetime.NEVER);

  /** Ends within the year, and not within a test. */
  static final long FAR_MILLIS = System.currentTimeMillis() + 100L * 24 * 3600 * 1000;

  private final String cacheName = "contract-" + UUID.randomUUID();
  private final List<OpenStores> open = new ArrayList<>();
  private @Nullable StoreUnderTest subject;
  private @Nullable Store<String, ?> first;

  /** The store under test; {@link #subject()} is the one to use. */
  abstract StoreUnderTest store();

  /** The store of this test. */
  final StoreUnderTest subject() {
    StoreUnderTest present = subject;
    if (present == null) {
      present = store();
      subject = present;
    }
    return present;
  }

  @AfterEach
  final void clearAndClose() throws Exception {
    if (first != null) {
      first.clear();
    }
    for (OpenStores each : open) {
      each.close();
    }
  }

  final String cacheName() {
    return cacheName;
  }

  /** Opens the store of this test's cache, as one process would. */
  final Store<String, String> open() {
    Store<String, String> opened =
        openAs(StoreObserver.NONE).open(cacheName, String.class, String.class);
    if (first == null) {
      first = opened;
    }
    return opened;
  }

  /** What one process opens its stores with. */
  final OpenStores openAs(StoreObserver observer) {
    OpenStores stores = new OpenStores(subject(), observer);
    open.add(stores);
    return stores;
  }

  static @Nullable Stored<String> create(Store<String, String> store, String key, String value) {
    return store.replace(key, null, value, LASTING, Attributes.NONE);
  }

  static @Nullable Stored<String> replace(
      Store<String, String> store, String key, Stored<String> expected, String value) {
    return store.replace(key, expected, value, LASTING, Attributes.NONE);
  }

  /** Asserts that the key has this value, to every kind of read. */
  static void assertValue(Store<String, String> store, String key, String value) {
    assertThat(latest(store, key).value()).isEqualTo(value);
    assertThat(present(store.get(key)).value()).isEqualTo(value);
  }

  /** Asserts that there is no entry, to every kind of read. */
  static void assertAbsent(Store<String, String> store, String key) {
    assertThat(store.getLatest(key)).isNull();
    assertThat(store.get(key)).isNull();
  }

  static <K, V> Stored<V> latest(Store<K, V> store, K key) {
    return present(store.getLatest(key));
  }

  static <V> Stored<V> present(@Nullable Stored<V> stored) {
    if (stored == null) {
      throw new AssertionError("There is no entry");
    }
    return stored;
  }

  static <K> List<K> keysOf(Store<K, ?> store) {
    try (Stream<K> keys = store.keys()) {
      return keys.toList();
    }
  }
}
