package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.configuration.Factory;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Lifetime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operation costs: the calls of the store and the readings of the clock behind it. */
class StoreCallsTest {
  private static final javax.cache.expiry.Duration MINUTE = javax.cache.expiry.Duration.ONE_MINUTE;

  static Stream<Factory<? extends ExpiryPolicy>> policiesOfBlindPuts() {
    return Stream.of(
        EternalExpiryPolicy.factoryOf(),
        ModifiedExpiryPolicy.factoryOf(MINUTE),
        TouchedExpiryPolicy.factoryOf(MINUTE));
  }

  @ParameterizedTest
  @MethodSource("policiesOfBlindPuts")
  void put_nobodyWantsToKnow_isOneWriteAndNoRead(Factory<? extends ExpiryPolicy> policy) {
    try (var recorded = with(builder -> builder.expiryPolicy(policy))) {
      recorded.cache.put("k", "v");
      recorded.cache.put("k", "w");

      assertThat(recorded.store.calls()).containsExactly("put", "put");
    }
  }

  @ParameterizedTest
  @MethodSource("policiesOfBlindPuts")
  void putAll_nobodyWantsToKnow_isOneWriteForEach(Factory<? extends ExpiryPolicy> policy) {
    try (var recorded = with(builder -> builder.expiryPolicy(policy))) {
      recorded.cache.putAll(Map.of("a", "1", "b", "2", "c", "3"));

      assertThat(recorded.store.calls()).containsExactly("put", "put", "put");
    }
  }

  @Test
  void put_statisticsOn_isStillBlind() {
    try (var recorded = with(builder -> builder.statistics(true))) {
      recorded.cache.put("k", "v");

      assertThat(recorded.store.calls()).containsExactly("put");
    }
  }

  static Stream<Consumer<CairnConfiguration.Builder<String, String>>> reasonsToRead() {
    return Stream.of(
        builder -> builder.expiryPolicy(CreatedExpiryPolicy.factoryOf(MINUTE)),
        builder -> builder.expiryPolicy(AccessedExpiryPolicy.factoryOf(MINUTE)),
        builder ->
            builder.expiryPolicy(ModifiedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ZERO)),
        builder -> builder.expiryPolicy(() -> new ScriptedPolicy()),
        builder -> builder.writeThrough(() -> new RecordingWriter<>()),
        builder -> builder.listener(new RecordingListener<String, String>().configuration()));
  }

  @ParameterizedTest
  @MethodSource("reasonsToRead")
  void put_theEntryThereMatters_isNeverBlind(
      Consumer<CairnConfiguration.Builder<String, String>> reason) {
    try (var recorded = with(reason)) {
      recorded.cache.put("k", "v");

      assertThat(recorded.store.calls()).startsWith("getLatest").doesNotContain("put");
    }
  }

  @Test
  void put_listenerComesAndGoes_isBlindOnlyWithoutIt() {
    try (var recorded = with(builder -> {})) {
      var listener = new RecordingListener<String, String>().configuration();
      recorded.cache.registerCacheEntryListener(listener);
      recorded.cache.put("k", "v");
      assertThat(recorded.store.calls()).containsExactly("getLatest", "replace");

      recorded.store.forget();
      recorded.cache.deregisterCacheEntryListener(listener);
      recorded.cache.put("k", "w");
      assertThat(recorded.store.calls()).containsExactly("put");
    }
  }

  @Test
  void eternalEntries_readNoClock() {
    try (var recorded = with(builder -> builder.statistics(true))) {
      long before = recorded.clock.reads();

      recorded.cache.put("k", "v");
      assertThat(recorded.cache.get("k")).isEqualTo("v");
      assertThat(recorded.cache.get("absent")).isNull();
      recorded.cache.containsKey("k");
      recorded.cache.getAll(Set.of("k", "absent"));
      recorded.cache.putIfAbsent("k", "w");
      recorded.cache.replace("k", "w");
      recorded.cache.getAndPut("k", "x");
      recorded.cache.invoke("k", (entry, arguments) -> entry.getValue());
      recorded.cache.iterator().next();
      recorded.cache.remove("k");

      assertThat(recorded.clock.reads()).isEqualTo(before);
    }
  }

  @Test
  void eternalEntries_startNoThread() {
    try (var recorded = with(builder -> builder.statistics(true).management(true))) {
      recorded.cache.put("k", "v");
      recorded.cache.get("k");

      assertThat(recorded.sweeps()).isFalse();
    }
  }

  @Test
  void get_hit_isOneReadAndWritesNothing() {
    try (var recorded =
        with(builder -> builder.expiryPolicy(CreatedExpiryPolicy.factoryOf(MINUTE)))) {
      recorded.cache.put("k", "v");
      recorded.store.forget();

      recorded.cache.get("k");

      assertThat(recorded.store.calls()).containsExactly("get");
    }
  }

  @Test
  void get_accessMovesTheDeadline_isOneReadAndOneTouch() {
    try (var recorded =
        with(builder -> builder.expiryPolicy(TouchedExpiryPolicy.factoryOf(MINUTE)))) {
      recorded.cache.put("k", "v");
      recorded.store.forget();

      recorded.cache.get("k");
      assertThat(recorded.store.calls()).containsExactly("get");

      recorded.clock.advance(Duration.ofMillis(600)); // a hundredth of the minute
      recorded.cache.get("k");
      assertThat(recorded.store.calls()).containsExactly("get", "get");

      recorded.clock.advance(Duration.ofMillis(1));
      recorded.cache.get("k");
      assertThat(recorded.store.calls()).containsExactly("get", "get", "get", "touch");
    }
  }

  @Test
  void get_storeWithATick_touchesOnlyBeyondIt() {
    var configuration =
        CairnConfiguration.builder(String.class, String.class)
            .expiryPolicy(TouchedExpiryPolicy.factoryOf(MINUTE))
            .build();
    try (var recorded = new RecordedCache<>("recording-encoded", configuration)) {
      recorded.cache.put("k", "v");
      recorded.store.forget();

      recorded.clock.advance(Duration.ofSeconds(3)); // a twentieth of the minute
      recorded.cache.get("k");
      assertThat(recorded.store.calls()).containsExactly("get");

      recorded.clock.advance(Duration.ofMillis(1));
      recorded.cache.get("k");
      assertThat(recorded.store.calls()).containsExactly("get", "get", "touch");
    }
  }

  static Stream<Consumer<Cache<String, String>>> usesThatWriteNothing() {
    return Stream.of(
        cache -> cache.putIfAbsent("k", "w"),
        cache -> cache.replace("k", "other", "w"),
        cache -> cache.remove("k", "other"),
        cache -> cache.invoke("k", (entry, arguments) -> entry.getValue()));
  }

  @ParameterizedTest
  @MethodSource("usesThatWriteNothing")
  void useThatWritesNothing_isALookAndAnAccess(Consumer<Cache<String, String>> use) {
    try (var recorded = with(builder -> {})) {
      recorded.cache.put("k", "v");
      recorded.store.forget();

      use.accept(recorded.cache);
      assertThat(recorded.store.calls()).containsExactly("getLatest", "accessed");

      recorded.cache.remove("k");
      recorded.store.forget();
      use.accept(recorded.cache);
      assertThat(recorded.store.calls()).startsWith("getLatest").doesNotContain("accessed");
    }
  }

  @Test
  void useThatWrites_isALookAndAWriteAlone() {
    try (var recorded = with(builder -> {})) {
      recorded.cache.put("k", "v");
      recorded.store.forget();

      recorded.cache.replace("k", "w");
      recorded.cache.invoke(
          "k",
          (entry, arguments) -> {
            entry.setValue(entry.getValue() + "x");
            return null;
          });
      recorded.cache.getAndRemove("k");

      assertThat(recorded.store.calls())
          .containsExactly("getLatest", "replace", "getLatest", "replace", "getLatest", "remove");
    }
  }

  @Test
  void removeAll_nobodyWantsToKnow_isClear() {
    try (var recorded = with(builder -> {})) {
      recorded.cache.put("k", "v");
      recorded.store.forget();

      recorded.cache.removeAll();

      assertThat(recorded.store.calls()).startsWith("clear");
      assertThat(recorded.store.get("k")).isNull();
    }
  }

  @Test
  void getAll_storeThatEncodes_isOneRequest() {
    var configuration = CairnConfiguration.builder(String.class, String.class).build();
    try (var recorded = new RecordedCache<>("recording-encoded", configuration)) {
      recorded.cache.put("a", "1");
      recorded.store.forget();

      assertThat(recorded.cache.getAll(Set.of("a", "b", "c"))).containsExactly(Map.entry("a", "1"));
      assertThat(recorded.store.calls()).containsExactly("getAll 3");
    }
  }

  @Test
  void iteration_onTheHeap_looksAtEachAndClosesItsStream() {
    try (var recorded = with(builder -> {})) {
      recorded.cache.put("a", "1");
      recorded.cache.put("b", "2");
      recorded.store.forget();

      assertThat(recorded.cache).hasSize(2);
      assertThat(recorded.store.calls())
          .containsExactly("keys", "getLatest", "getLatest", "keys closed");
    }
  }

  @Test
  void iteration_storeThatEncodes_fetchesAHundredAtATimeAndClosesItsStream() {
    var configuration = CairnConfiguration.builder(String.class, String.class).build();
    try (var recorded = new RecordedCache<>("recording-encoded", configuration)) {
      for (int i = 0; i < 250; i++) {
        recorded.cache.put("key-" + i, "v");
      }
      recorded.store.forget();

      assertThat(recorded.cache).hasSize(250);
      assertThat(recorded.store.calls())
          .containsExactly("keys", "getAll 100", "getAll 100", "getAll 50", "keys closed");
    }
  }

  @Test
  void unreadableEntry_isAMissAndReplacedByItsToken() {
    try (var recorded = with(builder -> builder.statistics(true))) {
      recorded.store.putUnreadable("k");

      assertThat(recorded.cache.get("k")).isNull();
      assertThat(recorded.cache.containsKey("k")).isFalse();
      assertThat(recorded.cache.getStored("k")).isNull();
      assertThat(recorded.cache.iterator()).isExhausted();
      assertThat(recorded.cache.putIfAbsent("k", "v")).isTrue();
      assertThat(recorded.cache.get("k")).isEqualTo("v");
    }
  }

  @Test
  void sharedStore_expiredEntryOfAnotherProcess_isLeftInPeaceForTheGrace() {
    var configuration = CairnConfiguration.builder(String.class, String.class).build();
    try (var recorded = new RecordedCache<>("recording-encoded", configuration)) {
      recorded.store.put("k", "v", Lifetime.until(recorded.clock.millis() + 1_000));

      recorded.clock.advance(Duration.ofMillis(2_999));
      assertThat(recorded.cache.get("k")).isNull();
      assertThat(recorded.store.get("k")).isNotNull();

      recorded.clock.advance(Duration.ofMillis(1));
      assertThat(recorded.cache.get("k")).isNull();
      assertThat(recorded.store.get("k")).isNull();
    }
  }

  @Test
  void createCache_byReferenceOnAStoreThatEncodes_isRefused() {
    var configuration =
        CairnConfiguration.builder(String.class, String.class).storeByValue(false).build();

    assertThatThrownBy(() -> new RecordedCache<>("recording-encoded", configuration))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("recorded")
        .hasMessageContaining("by value");
  }

  @Test
  void createCache_settingThatTheStoreDoesNotRead_isRefusedByName() {
    var configuration =
        CairnConfiguration.builder(String.class, String.class).maximumSize(10).build();

    assertThatThrownBy(() -> new RecordedCache<>(configuration))
        .isInstanceOfAny(IllegalArgumentException.class, UnsupportedOperationException.class)
        .hasMessageContaining("recorded")
        .hasMessageContaining("maximum-size");
  }

  @Test
  void close_keepsTheDataAndDestroyDeletesIt() {
    try (var recorded = with(builder -> {})) {
      recorded.cache.put("k", "v");
      recorded.cache.close();
      assertThat(recorded.store.calls()).containsExactly("put", "close");
    }
    try (var recorded = with(builder -> {})) {
      recorded.cache.put("k", "v");
      recorded.manager.destroyCache("recorded");
      assertThat(recorded.store.get("k")).isNull();
      assertThat(recorded.store.calls()).contains("clear", "close");
    }
  }

  private static RecordedCache<String, String> with(
      Consumer<CairnConfiguration.Builder<String, String>> edit) {
    CairnConfiguration.Builder<String, String> builder =
        CairnConfiguration.builder(String.class, String.class);
    edit.accept(builder);
    return new RecordedCache<>(builder.build());
  }
}
