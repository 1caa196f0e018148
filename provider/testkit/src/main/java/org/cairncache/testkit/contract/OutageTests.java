package org.cairncache.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Outcome;
import org.cairncache.spi.Replacement;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A medium that fails is told to the caller; nothing is made up and nothing is lost. */
abstract class OutageTests extends StoreTests {
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  @BeforeEach
  final void assumeMedium() {
    assumeTrue(subject().medium() != null, "nothing lies under this store that could fail");
  }

  @Test
  void everyWrite_mediumFails_throws() {
    Store<String, String> store = open();
    Stored<String> entry = store.put("a", "1", LASTING);
    try (Medium.Outage outage = fail()) {
      assertFails(() -> store.put("a", "2", LASTING));
      assertFails(() -> create(store, "b", "2"));
      assertFails(() -> replace(store, "a", entry, "2"));
      assertFails(() -> store.remove("a", entry));
      assertFails(() -> store.remove("a"));
      assertFails(() -> store.touch("a", entry, FAR_MILLIS));
      assertFails(store::clear);
    }
    awaitValue(store, "a", "1");
    assertAbsent(store, "b");
    present(replace(store, "a", entry, "2"));
  }

  @Test
  void getLatestAndKeys_mediumFails_throw() {
    Store<String, String> store = open();
    Stored<String> entry = store.put("a", "1", LASTING);
    try (Medium.Outage outage = fail()) {
      assertFails(() -> store.revalidate("a", entry));
      assertFails(() -> store.getLatest("a"));
      assertFails(() -> store.getLatest("b"));
      assertFails(() -> keysOf(store));
    }
    awaitValue(store, "a", "1");
  }

  /** Reads may fail open, or go by a near level: no answer is one, a wrong one is not. */
  @Test
  void get_mediumFails_isAMissOrTrueOrThrows() {
    Store<String, String> store = open();
    store.put("a", "1", LASTING);
    try (Medium.Outage outage = fail()) {
      try {
        assertNothingOr("1", store.get("a"));
        assertNothingOr("1", store.getAll(Set.of("a")).get("a"));
      } catch (StoreException failure) {
        assertSaysWhatFailed(failure);
      }
    }
    awaitValue(store, "a", "1");
  }

  @Test
  void batches_mediumFails_tellSoForEachKey() {
    Store<String, String> store = open();
    Stored<String> entry = store.put("a", "1", LASTING);
    Map<String, Outcome<String>> puts;
    Map<String, Outcome<String>> replacements;
    try (Medium.Outage outage = fail()) {
      puts = store.putAll(Map.of("a", "2", "b", "2"), LASTING);
      replacements =
          store.replaceAll(
              Map.of(
                  "a",
                  new Replacement<>(entry, "2", LASTING, Attributes.NONE),
                  "b",
                  new Replacement<>(null, "2", LASTING, Attributes.NONE)));
    }
    assertThat(puts).containsOnlyKeys("a", "b");
    assertThat(puts.values()).allMatch(Outcome.Failed.class::isInstance);
    assertThat(replacements).containsOnlyKeys("a", "b");
    assertThat(replacements.values()).allMatch(Outcome.Failed.class::isInstance);
    awaitValue(store, "a", "1");
    assertAbsent(store, "b");
  }

  @Test
  void failure_isToldTheObserver() {
    AtomicInteger failed = new AtomicInteger();
    StoreObserver observer =
        new StoreObserver() {
          @Override
          public void failed(Operation operation, long nanos, Throwable cause) {
            failed.incrementAndGet();
          }
        };
    Store<String, String> store = openAs(observer).open(cacheName(), String.class, String.class);
    store.put("a", "1", LASTING);
    assertThat(failed).hasValue(0);
    try (Medium.Outage outage = fail()) {
      assertFails(() -> store.put("a", "2", LASTING));
    }
    assertThat(failed).hasPositiveValue();
    awaitValue(store, "a", "1");
    store.clear();
  }

  private static void assertNothingOr(String value, @Nullable Stored<String> stored) {
    if (stored != null) {
      assertThat(stored.value()).isEqualTo(value);
    }
  }

  private Medium.Outage fail() {
    Medium medium = subject().medium();
    if (medium == null) {
      throw new AssertionError("assumed");
    }
    return medium.fail();
  }

  private void assertFails(ThrowingCallable call) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(call)
        .satisfies(this::assertSaysWhatFailed);
  }

  // The texts of these tests' keys and values are a letter and a digit, too short to look for.
  private void assertSaysWhatFailed(StoreException failure) {
    assertThat(failure).hasMessageContaining(cacheName());
  }

  private static void awaitValue(Store<String, String> store, String key, String value) {
    Awaitility.await()
        .atMost(RECOVERY)
        .ignoreExceptionsInstanceOf(StoreException.class) // a circuit may still be open
        .untilAsserted(() -> assertValue(store, key, value));
  }
}
