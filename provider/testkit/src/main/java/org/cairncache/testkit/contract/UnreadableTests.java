package org.cairncache.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What cannot be decoded is there and can be replaced, and is a value to nobody. Were it absent to
 * {@code getLatest}, a conditional create on it would lose for ever.
 */
abstract class UnreadableTests extends StoreTests {

  @BeforeEach
  final void assumeMedium() {
    assumeTrue(subject().medium() != null, "nothing in this store is encoded");
  }

  @Test
  void getLatest_spoiltEntry_isThereWithoutValue() {
    Stored<String> spoilt = latest(openSpoilt(), "a");
    assertThat(spoilt.isReadable()).isFalse();
    assertThatIllegalStateException().isThrownBy(spoilt::value);
  }

  @Test
  void get_spoiltEntry_isAMissAndToldTheObserver() {
    AtomicInteger told = new AtomicInteger();
    StoreObserver observer =
        new StoreObserver() {
          @Override
          public void unreadable(Operation operation) {
            told.incrementAndGet();
          }
        };
    Store<String, String> store = openSpoilt();
    Store<String, String> observed = openAs(observer).open(cacheName(), String.class, String.class);
    assertNoValue(observed.get("a"));
    assertThat(told).hasPositiveValue();
    assertNoValue(observed.getAll(Set.of("a", "b")).get("a"));
    assertValue(store, "b", "2");
  }

  @Test
  void replace_nothingExpectedWhereAnEntryIsSpoilt_conflicts() {
    assertThat(create(openSpoilt(), "a", "3")).isNull();
  }

  @Test
  void replace_spoiltEntry_winsByItsToken() {
    Store<String, String> store = openSpoilt();
    Stored<String> spoilt = latest(store, "a");
    assertThat(spoilt.isSameEntry(latest(store, "a"))).isTrue();
    present(replace(store, "a", spoilt, "3"));
    assertValue(store, "a", "3");
    assertThat(replace(store, "a", spoilt, "4")).isNull();
    assertThat(store.remove("a", spoilt)).isFalse();
  }

  @Test
  void remove_spoiltEntry_winsByItsToken() {
    Store<String, String> store = openSpoilt();
    assertThat(store.remove("a", latest(store, "a"))).isTrue();
    assertAbsent(store, "a");
    present(create(store, "a", "3"));
  }

  @Test
  void removeAndPutAndClear_spoiltEntry_goAhead() {
    Store<String, String> store = openSpoilt();
    assertThat(store.remove("a")).isTrue();
    assertAbsent(store, "a");
    store = openSpoilt();
    store.put("a", "3", LASTING);
    assertValue(store, "a", "3");
    store = openSpoilt();
    store.clear();
    assertAbsent(store, "a");
  }

  @Test
  void replace_entryFromBeforeItWasSpoilt_conflicts() {
    Store<String, String> store = open();
    Stored<String> before = store.put("a", "1", LASTING);
    medium().spoil(cacheName(), "a");
    assertThat(replace(store, "a", before, "3")).isNull();
    assertThat(store.remove("a", before)).isFalse();
    assertThat(latest(store, "a").isReadable()).isFalse();
  }

  @Test
  void revalidate_spoiltEntry_isThereWithoutValue() {
    Store<String, String> store = open();
    Stored<String> before = store.put("a", "1", LASTING);
    medium().spoil(cacheName(), "a");
    Stored<String> spoilt = present(store.revalidate("a", before));
    assertThat(spoilt.isReadable()).isFalse();
    assertThat(store.revalidate("a", spoilt)).isSameAs(spoilt);
    store.put("a", "2", LASTING);
    assertThat(present(store.revalidate("a", spoilt)).value()).isEqualTo("2");
  }

  private Store<String, String> openSpoilt() {
    Store<String, String> store = open();
    store.put("a", "1", LASTING);
    store.put("b", "2", LASTING);
    medium().spoil(cacheName(), "a");
    return store;
  }

  private Medium medium() {
    Medium medium = subject().medium();
    if (medium == null) {
      throw new AssertionError("assumed");
    }
    return medium;
  }

  private static void assertNoValue(@Nullable Stored<String> stored) {
    assertThat(stored == null || !stored.isReadable()).isTrue();
  }
}
