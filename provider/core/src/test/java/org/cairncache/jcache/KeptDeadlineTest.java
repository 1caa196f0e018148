package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.cache.CacheException;
import javax.cache.configuration.Factory;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts that leave the deadline of what is there alone: one request where the store can. */
class KeptDeadlineTest {
  private static final javax.cache.expiry.Duration MINUTE = javax.cache.expiry.Duration.ONE_MINUTE;
  private static final javax.cache.expiry.Duration ZERO = javax.cache.expiry.Duration.ZERO;

  static Stream<Factory<? extends ExpiryPolicy>> policies() {
    return Stream.of(CreatedExpiryPolicy.factoryOf(MINUTE), AccessedExpiryPolicy.factoryOf(MINUTE));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void put_storeThatKeepsDeadlines_isOneRequest(Factory<? extends ExpiryPolicy> policy)
      throws Exception {
    try (var recorded = keeping(builder -> builder.expiryPolicy(policy).statistics(true))) {
      recorded.cache.put("k", "v");
      long deadline = recorded.store.get("k").expiresAtMillis();
      recorded.clock.advance(Duration.ofSeconds(59));
      recorded.store.forget();
      recorded.cache.put("k", "w");

      assertThat(recorded.store.calls()).containsExactly("putKeepingDeadline");
      assertThat(recorded.counted("CachePuts")).isEqualTo(2);
      assertThat(recorded.store.get("k").value()).isEqualTo("w");
      assertThat(recorded.store.get("k").expiresAtMillis()).isEqualTo(deadline);
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void put_whatIsThereIsPastItsDeadline_createsANewOne(Factory<? extends ExpiryPolicy> policy) {
    try (var recorded = keeping(builder -> builder.expiryPolicy(policy))) {
      recorded.cache.put("k", "v");
      recorded.clock.advance(Duration.ofMinutes(1));
      recorded.cache.put("k", "w");

      assertThat(recorded.store.get("k").expiresAtMillis())
          .isEqualTo(recorded.clock.millis() + 60_000);
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void putAll_storeThatKeepsDeadlines_isOneRequestForEach(Factory<? extends ExpiryPolicy> policy) {
    try (var recorded = keeping(builder -> builder.expiryPolicy(policy))) {
      recorded.cache.putAll(Map.of("a", "1", "b", "2"));

      assertThat(recorded.store.calls())
          .containsExactly("putKeepingDeadline", "putKeepingDeadline");
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void put_storeThatCannot_isAskedOnceAndReadFirst(Factory<? extends ExpiryPolicy> policy) {
    try (var recorded = open(builder -> builder.expiryPolicy(policy))) {
      recorded.cache.put("k", "v");
      recorded.cache.put("k", "w");
      recorded.cache.put("l", "v");

      assertThat(recorded.store.askedToKeep()).isEqualTo(1);
      assertThat(recorded.store.calls())
          .containsExactly("getLatest", "replace", "getLatest", "replace", "getLatest", "replace");
      assertThat(recorded.cache.get("k")).isEqualTo("w");
    }
  }

  static Stream<Consumer<CairnConfiguration.Builder<String, String>>> reasonsToRead() {
    Factory<ExpiryPolicy> created = CreatedExpiryPolicy.factoryOf(MINUTE);
    return Stream.of(
        builder -> builder.expiryPolicy(CreatedExpiryPolicy.factoryOf(ZERO)),
        builder -> builder.expiryPolicy(() -> new ScriptedPolicy()),
        builder ->
            builder
                .expiryPolicy(created)
                .set(Settings.WRITE_THROUGH, "at-least-once")
                .writeThrough(() -> new RecordingWriter<>()),
        builder ->
            builder
                .expiryPolicy(created)
                .listener(new RecordingListener<String, String>().configuration()));
  }

  @ParameterizedTest
  @MethodSource("reasonsToRead")
  void put_moreThanTheDeadlineMatters_readsFirst(
      Consumer<CairnConfiguration.Builder<String, String>> reason) {
    try (var recorded = keeping(reason)) {
      recorded.cache.put("k", "v");

      assertThat(recorded.store.askedToKeep()).isZero();
      assertThat(recorded.store.calls()).startsWith("getLatest");
    }
  }

  @Test
  void put_policyThatMovesDeadlinesOnUpdate_isABlindOne() {
    try (var recorded =
        keeping(builder -> builder.expiryPolicy(ModifiedExpiryPolicy.factoryOf(MINUTE)))) {
      recorded.cache.put("k", "v");

      assertThat(recorded.store.calls()).containsExactly("put");
    }
  }

  @Test
  void put_storeFails_throwsAndAsksAgain() {
    try (var recorded =
        keeping(builder -> builder.expiryPolicy(CreatedExpiryPolicy.factoryOf(MINUTE)))) {
      recorded.store.failOn("putKeepingDeadline"::equals);
      assertThatThrownBy(() -> recorded.cache.put("k", "v")).isInstanceOf(CacheException.class);
      recorded.store.failOn(call -> false);
      recorded.store.forget();
      recorded.cache.put("k", "v");

      assertThat(recorded.store.calls()).containsExactly("putKeepingDeadline");
    }
  }

  private static RecordedCache<String, String> keeping(
      Consumer<CairnConfiguration.Builder<String, String>> edit) {
    RecordedCache<String, String> recorded = open(edit);
    recorded.store.keepDeadlines();
    return recorded;
  }

  private static RecordedCache<String, String> open(
      Consumer<CairnConfiguration.Builder<String, String>> edit) {
    CairnConfiguration.Builder<String, String> builder =
        CairnConfiguration.builder(String.class, String.class);
    edit.accept(builder);
    return new RecordedCache<>("recording-encoded", builder.build());
  }
}
