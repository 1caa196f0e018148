package org.cairncache.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * An entry past its deadline is there with its deadline or it is gone, and never anything else: the
 * front decides what has expired.
 */
abstract class DeadlineTests extends StoreTests {
  private static final long SHORT_MILLIS = 100;

  @Test
  void get_pastTheDeadline_isGoneOrShowsIt() {
    Store<String, String> store = open();
    long deadline = putAndAwaitTheEnd(store, "a");
    assertGoneOrEndedAt(store.get("a"), deadline);
    assertGoneOrEndedAt(store.getLatest("a"), deadline);
  }

  @Test
  void revalidate_pastTheDeadline_isGoneOrShowsIt() {
    Store<String, String> store = open();
    long deadline = System.currentTimeMillis() + SHORT_MILLIS;
    Stored<String> known = store.put("a", "1", Lifetime.until(deadline));
    await().until(() -> System.currentTimeMillis() > deadline);
    assertGoneOrEndedAt(store.revalidate("a", known), deadline);
    store.put("a", "1", LASTING);
    assertThat(present(store.revalidate("a", known)).expiresAtMillis()).isEqualTo(Lifetime.NEVER);
  }

  @Test
  void replace_pastTheDeadline_winsByTheLatestEntry() {
    Store<String, String> store = open();
    putAndAwaitTheEnd(store, "a");
    // At most one entry can go between the read and the write: the one that has ended.
    Stored<String> next = null;
    for (int attempt = 0; next == null && attempt < 2; attempt++) {
      next = store.replace("a", store.getLatest("a"), "2", LASTING, Attributes.NONE);
    }
    assertThat(present(next).value()).isEqualTo("2");
    assertValue(store, "a", "2");
  }

  @Test
  void put_pastTheDeadline_lives() {
    Store<String, String> store = open();
    putAndAwaitTheEnd(store, "a");
    store.put("a", "2", LASTING);
    assertValue(store, "a", "2");
  }

  @Test
  void touch_beforeTheDeadline_keepsTheEntry() {
    Store<String, String> store = open();
    long deadline = System.currentTimeMillis() + 10_000;
    Stored<String> entry = store.put("a", "1", Lifetime.until(deadline));
    assertThat(store.touch("a", entry, FAR_MILLIS)).isTrue();
    Stored<String> shortened = store.put("b", "1", Lifetime.until(FAR_MILLIS));
    long soon = System.currentTimeMillis() + SHORT_MILLIS;
    assertThat(store.touch("b", shortened, soon)).isTrue();
    await().until(() -> System.currentTimeMillis() > soon);
    assertValue(store, "a", "1");
    assertGoneOrEndedAt(store.getLatest("b"), soon);
  }

  @Test
  void expiredKeys_areThoseOfEndedEntriesThatAreStillThere() {
    Store<String, String> store = open();
    store.put("eternal", "1", Lifetime.ETERNAL);
    store.put("lasting", "1", LASTING);
    store.put("far", "1", Lifetime.until(FAR_MILLIS));
    putAndAwaitTheEnd(store, "ended");
    List<String> expired = expiredKeys(store, System.currentTimeMillis());
    assertThat(expired).isSubsetOf("ended").doesNotHaveDuplicates();
    if (store.getLatest("ended") != null) {
      assertThat(expired).containsExactly("ended");
    }
    assertThat(expiredKeys(store, FAR_MILLIS)).contains("far").doesNotContain("lasting");
    assertThat(store.getAll(Set.of("eternal", "lasting", "far"))).hasSize(3);
  }

  private static void assertGoneOrEndedAt(@Nullable Stored<String> stored, long deadlineMillis) {
    if (stored != null) {
      assertThat(stored.expiresAtMillis()).isEqualTo(deadlineMillis);
    }
  }

  private static long putAndAwaitTheEnd(Store<String, String> store, String key) {
    long deadline = System.currentTimeMillis() + SHORT_MILLIS;
    store.put(key, "1", Lifetime.until(deadline));
    await().until(() -> System.currentTimeMillis() > deadline);
    return deadline;
  }

  private static List<String> expiredKeys(Store<String, String> store, long nowMillis) {
    try (Stream<String> keys = store.expiredKeys(nowMillis)) {
      return keys.toList();
    }
  }
}
