package org.cairncache.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a store gets for nothing. */
class StoreDefaultsTest {
  private final TinyStore<String, String> store = new TinyStore<>();

  @Test
  void getLatest_isGet() {
    Stored<String> stored = store.put("k", "v", Lifetime.ETERNAL);

    assertThat(store.getLatest("k")).isSameAs(stored);
    assertThat(store.getLatest("absent")).isNull();
  }

  @Test
  void getAll_leavesOutAbsentKeys() {
    Stored<String> first = store.put("a", "1", Lifetime.ETERNAL);
    Stored<String> second = store.put("b", "2", Lifetime.until(1));

    assertThat(store.getAll(Set.of("a", "b", "absent")))
        .containsExactlyInAnyOrderEntriesOf(Map.of("a", first, "b", second));
    assertThat(store.getAll(Set.of())).isEmpty();
  }

  @Test
  void putAll_writesEachWithTheLifetimeAndReturnsTokens() {
    Map<String, Outcome<String>> outcomes =
        store.putAll(Map.of("a", "1", "b", "2"), Lifetime.until(7));

    assertThat(outcomes)
        .containsOnlyKeys("a", "b")
        .allSatisfy(
            (key, outcome) -> assertThat(outcome).isEqualTo(new Outcome.Written<>(store.get(key))));
    assertThat(store.get("a").value()).isEqualTo("1");
    assertThat(store.get("b").expiresAtMillis()).isEqualTo(7);
  }

  @Test
  void putAll_oneKeyFails_theOthersAreWritten() {
    StoreException failure = new StoreException("put: the medium is gone");
    Store<String, String> failing =
        new TinyStore<>() {
          @Override
          public Stored<String> put(String key, String value, Lifetime lifetime) {
            if (key.equals("bad")) {
              throw failure;
            }
            return super.put(key, value, lifetime);
          }
        };
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("a", "1");
    entries.put("bad", "2");
    entries.put("c", "3");

    Map<String, Outcome<String>> outcomes = failing.putAll(entries, Lifetime.ETERNAL);

    assertThat(outcomes).containsEntry("bad", new Outcome.Failed<>(failure));
    assertThat(outcomes.get("a")).isInstanceOf(Outcome.Written.class);
    assertThat(outcomes.get("c")).isInstanceOf(Outcome.Written.class);
    assertThat(failing.get("c").value()).isEqualTo("3");
  }

  @Test
  void replaceAll_eachKeyIsComparedForItself() {
    Stored<String> stale = store.put("stale", "old", Lifetime.ETERNAL);
    Stored<String> current = store.put("current", "old", Lifetime.ETERNAL);
    store.put("stale", "newer", Lifetime.ETERNAL);
    Attributes attributes = new Attributes(3, Map.of("tag", 1L));

    Map<String, Outcome<String>> outcomes =
        store.replaceAll(
            Map.of(
                "stale", new Replacement<>(stale, "x", Lifetime.ETERNAL, Attributes.NONE),
                "current", new Replacement<>(current, "next", Lifetime.until(9), attributes),
                "absent", new Replacement<>(null, "first", Lifetime.ETERNAL, Attributes.NONE)));

    assertThat(outcomes).containsEntry("stale", new Outcome.Conflict<>());
    assertThat(store.get("stale").value()).isEqualTo("newer");
    assertThat(outcomes).containsEntry("current", new Outcome.Written<>(store.get("current")));
    assertThat(store.get("current").value()).isEqualTo("next");
    assertThat(store.get("current").expiresAtMillis()).isEqualTo(9);
    assertThat(store.get("current").attributes()).isEqualTo(attributes);
    assertThat(outcomes).containsEntry("absent", new Outcome.Written<>(store.get("absent")));
  }

  @Test
  void removeKey_saysWhetherThereWasOne() {
    store.put("k", "v", Lifetime.until(1));

    assertThat(store.remove("k")).isTrue();
    assertThat(store.remove("k")).isFalse();
    assertThat(store.get("k")).isNull();
  }

  @Test
  void removeKey_entryChangesMeanwhile_isTriedAgain() {
    AtomicInteger attempts = new AtomicInteger();
    Store<String, String> contended =
        new TinyStore<>() {
          @Override
          public boolean remove(String key, Stored<String> expected) {
            if (attempts.getAndIncrement() == 0) {
              put(key, "somebody else's", Lifetime.ETERNAL);
            }
            return super.remove(key, expected);
          }
        };
    contended.put("k", "v", Lifetime.ETERNAL);

    assertThat(contended.remove("k")).isTrue();
    assertThat(attempts).hasValue(2);
    assertThat(contended.get("k")).isNull();
  }

  @Test
  void removeKey_unreadableEntry_isRemoved() {
    store.putUnreadable("k");

    assertThat(store.remove("k")).isTrue();
    assertThat(store.get("k")).isNull();
  }

  @Test
  void expiredKeys_areThoseAtOrPastTheirDeadline() {
    store.put("past", "v", Lifetime.until(99));
    store.put("now", "v", Lifetime.until(100));
    store.put("later", "v", Lifetime.until(101));
    store.put("never", "v", Lifetime.ETERNAL);

    try (Stream<String> expired = store.expiredKeys(100)) {
      assertThat(expired).containsExactlyInAnyOrder("past", "now");
    }
  }

  @Test
  void expiredKeys_entryGoneMeanwhile_isLeftOut() {
    Store<String, String> fleeting =
        new TinyStore<>() {
          @Override
          public @Nullable Stored<String> get(String key) {
            return null;
          }
        };
    fleeting.put("k", "v", Lifetime.until(1));

    try (Stream<String> expired = fleeting.expiredKeys(2)) {
      assertThat(expired).isEmpty();
    }
  }

  @Test
  void clear_removesEverythingAndClosesItsStream() {
    AtomicInteger closed = new AtomicInteger();
    Store<String, String> closing =
        new TinyStore<>() {
          @Override
          public Stream<String> keys() {
            return super.keys().onClose(closed::incrementAndGet);
          }
        };
    closing.put("a", "1", Lifetime.ETERNAL);
    closing.put("b", "2", Lifetime.until(1));

    closing.clear();

    assertThat(closing.get("a")).isNull();
    assertThat(closing.get("b")).isNull();
    assertThat(closed).hasValue(1);
  }

  @Test
  void onInvalidation_noChannel_sendsNothingAndCanBeClosed() {
    Store.Subscription subscription =
        store.onInvalidation(
            new Store.InvalidationListener<>() {
              @Override
              public void invalidated(String key) {
                throw new AssertionError("nobody else changes this store");
              }

              @Override
              public void allInvalidated() {
                throw new AssertionError("nobody else changes this store");
              }
            });
    store.put("k", "v", Lifetime.ETERNAL);
    store.clear();

    assertThatCode(subscription::close).doesNotThrowAnyException();
  }
}
