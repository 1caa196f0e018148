package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.Stored;
import org.cairncache.spi.TinyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryRulesTest {
  private static final long NOW = 1_000_000;
  private static final javax.cache.expiry.Duration MINUTE = javax.cache.expiry.Duration.ONE_MINUTE;
  private static final javax.cache.expiry.Duration ZERO = javax.cache.expiry.Duration.ZERO;
  private static final javax.cache.expiry.Duration ETERNAL = javax.cache.expiry.Duration.ETERNAL;

  static Stream<Arguments> blindPuts() {
    return Stream.of(
        Arguments.of(new EternalExpiryPolicy(), true),
        Arguments.of(new ModifiedExpiryPolicy(MINUTE), true),
        Arguments.of(new ModifiedExpiryPolicy(ETERNAL), true),
        Arguments.of(new TouchedExpiryPolicy(MINUTE), true),
        Arguments.of(new ModifiedExpiryPolicy(ZERO), false),
        Arguments.of(new TouchedExpiryPolicy(ZERO), false),
        Arguments.of(new CreatedExpiryPolicy(MINUTE), false),
        Arguments.of(new CreatedExpiryPolicy(ZERO), false),
        Arguments.of(new AccessedExpiryPolicy(MINUTE), false),
        Arguments.of(new AccessedExpiryPolicy(ZERO), false),
        Arguments.of(new ScriptedPolicy(), false));
  }

  @ParameterizedTest
  @MethodSource("blindPuts")
  void blindPut_isAllowedWhereTheEntryThereDoesNotMatter(ExpiryPolicy policy, boolean allowed) {
    assertThat(rules(policy).allowsBlindPut()).isEqualTo(allowed);
  }

  @Test
  void blindPut_hasTheLifetimeOfTheDuration() {
    assertThat(rules(new EternalExpiryPolicy()).ofBlindPut(NOW)).isSameAs(Lifetime.ETERNAL);
    assertThat(rules(new ModifiedExpiryPolicy(MINUTE)).ofBlindPut(NOW))
        .isEqualTo(Lifetime.until(NOW + 60_000));
  }

  @ParameterizedTest
  @ValueSource(longs = {NOW + 1, Lifetime.NEVER})
  void blindPut_isWhatAPutOverALiveEntryIs(long deadline) {
    for (ExpiryPolicy policy :
        new ExpiryPolicy[] {
          new EternalExpiryPolicy(),
          new ModifiedExpiryPolicy(MINUTE),
          new TouchedExpiryPolicy(MINUTE),
          new CreatedExpiryPolicy(ETERNAL)
        }) {
      ExpiryRules rules = rules(policy);
      if (rules.allowsBlindPut()) {
        assertThat(rules.ofBlindPut(NOW))
            .as(policy.getClass().getSimpleName())
            .isEqualTo(rules.ofUpdate(entry(deadline), NOW))
            .isEqualTo(rules.ofCreation(NOW));
      }
    }
  }

  @Test
  void standardPolicy_durationsAreReadOnce() {
    ExpiryRules rules = rules(new TouchedExpiryPolicy(MINUTE));

    assertThat(rules.ofCreation(NOW)).isEqualTo(Lifetime.until(NOW + 60_000));
    assertThat(rules.ofUpdate(entry(NOW + 1), NOW)).isEqualTo(Lifetime.until(NOW + 60_000));
    assertThat(rules.deadlineOfAccess(entry(NOW + 1), NOW)).isEqualTo(NOW + 60_000);
  }

  @Test
  void customPolicy_isAskedEachTimeAndNeverInAdvance() {
    ScriptedPolicy policy = new ScriptedPolicy();
    ExpiryRules rules = rules(policy);
    assertThat(policy.questions).isEmpty();

    policy.answer = MINUTE;
    assertThat(rules.ofCreation(NOW)).isEqualTo(Lifetime.until(NOW + 60_000));
    policy.answer = null;
    assertThat(rules.ofUpdate(entry(NOW + 1), NOW)).isEqualTo(Lifetime.until(NOW + 1));
    policy.answer = ZERO;
    assertThat(rules.deadlineOfAccess(entry(NOW + 1), NOW)).isEqualTo(NOW);

    assertThat(policy.questions).containsExactly("creation", "update", "access");
  }

  @Test
  void customPolicy_mayAlwaysTouch_soNothingIsWrittenAsEternal() {
    ScriptedPolicy policy = new ScriptedPolicy();
    policy.answer = ETERNAL;
    ExpiryRules rules = rules(policy);

    assertThat(rules.touches()).isTrue();
    assertThat(rules.isEternal()).isFalse();
    assertThat(rules.ofCreation(NOW))
        .isNotSameAs(Lifetime.ETERNAL)
        .isEqualTo(Lifetime.until(Lifetime.NEVER));
  }

  @Test
  void eternalPolicies_areKnownAsSuch() {
    assertThat(rules(new EternalExpiryPolicy()).isEternal()).isTrue();
    assertThat(rules(new CreatedExpiryPolicy(ETERNAL)).isEternal()).isTrue();
    assertThat(rules(new ModifiedExpiryPolicy(ETERNAL)).isEternal()).isTrue();
    assertThat(rules(new TouchedExpiryPolicy(ETERNAL)).isEternal()).isTrue();
    assertThat(rules(new CreatedExpiryPolicy(MINUTE)).isEternal()).isFalse();
    assertThat(rules(new AccessedExpiryPolicy(MINUTE)).isEternal()).isFalse();
  }

  @Test
  void touches_isWhereAnAccessMayMoveADeadline() {
    assertThat(rules(new EternalExpiryPolicy()).touches()).isFalse();
    assertThat(rules(new CreatedExpiryPolicy(MINUTE)).touches()).isFalse();
    assertThat(rules(new ModifiedExpiryPolicy(MINUTE)).touches()).isFalse();
    assertThat(rules(new AccessedExpiryPolicy(MINUTE)).touches()).isTrue();
    assertThat(rules(new TouchedExpiryPolicy(MINUTE)).touches()).isTrue();
    assertThat(rules(new TouchedExpiryPolicy(ETERNAL)).touches()).isFalse();
  }

  @Test
  void createdPolicy_updateAndAccessKeepTheDeadline() {
    ExpiryRules rules = rules(new CreatedExpiryPolicy(MINUTE));

    assertThat(rules.ofUpdate(entry(NOW + 7), NOW)).isEqualTo(Lifetime.until(NOW + 7));
    assertThat(rules.deadlineOfAccess(entry(NOW + 7), NOW)).isEqualTo(ExpiryRules.UNCHANGED);
  }

  @Test
  void throwingPolicy_createsEternalAndChangesNothingElse() {
    ScriptedPolicy policy = new ScriptedPolicy();
    policy.failure = new IllegalStateException("policy");
    ExpiryRules rules = rules(policy);

    assertThat(rules.ofCreation(NOW).expiresAtMillis()).isEqualTo(Lifetime.NEVER);
    assertThat(rules.ofUpdate(entry(NOW + 7), NOW)).isEqualTo(Lifetime.until(NOW + 7));
    assertThat(rules.deadlineOfAccess(entry(NOW + 7), NOW)).isEqualTo(ExpiryRules.UNCHANGED);
    assertThat(policy.questions).containsExactly("creation", "update", "access");
  }

  @Test
  void policyAnsweringNullForCreation_createsEternal() {
    assertThat(rules(new ScriptedPolicy()).ofCreation(NOW).expiresAtMillis())
        .isEqualTo(Lifetime.NEVER);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE / 1_000, Long.MAX_VALUE - NOW})
  void hugeDuration_isNever(long amount) {
    var huge = new javax.cache.expiry.Duration(TimeUnit.DAYS, amount);
    ScriptedPolicy custom = new ScriptedPolicy();
    custom.answer = huge;

    for (ExpiryPolicy policy : new ExpiryPolicy[] {new TouchedExpiryPolicy(huge), custom}) {
      ExpiryRules rules = rules(policy);
      assertThat(rules.ofCreation(NOW).expiresAtMillis()).isEqualTo(Lifetime.NEVER);
      assertThat(rules.ofUpdate(entry(NOW + 1), NOW).expiresAtMillis()).isEqualTo(Lifetime.NEVER);
      assertThat(rules.deadlineOfAccess(entry(NOW + 1), NOW)).isEqualTo(Lifetime.NEVER);
    }
  }

  @Test
  void durationJustShortOfOverflow_isKept() {
    var long_ = new javax.cache.expiry.Duration(TimeUnit.MILLISECONDS, Long.MAX_VALUE - NOW - 1);

    assertThat(rules(new ModifiedExpiryPolicy(long_)).ofCreation(NOW).expiresAtMillis())
        .isEqualTo(Long.MAX_VALUE - 1);
  }

  /** On the heap a deadline moves by more than a hundredth of the duration and than a second. */
  @ParameterizedTest
  @CsvSource({"50, 0", "100, 1", "60000, 600", "3600000, 1000"})
  void access_onTheHeap_movesTheDeadlineBeyondALittle(long duration, long tick) {
    var amount = new javax.cache.expiry.Duration(TimeUnit.MILLISECONDS, duration);
    ExpiryRules rules = rules(new AccessedExpiryPolicy(amount));
    long after = NOW + duration;

    assertThat(rules.deadlineOfAccess(entry(after - tick), NOW)).isEqualTo(ExpiryRules.UNCHANGED);
    assertThat(rules.mayMove(entry(after - tick), NOW)).isFalse();
    assertThat(rules.deadlineOfAccess(entry(after - tick - 1), NOW)).isEqualTo(after);
    assertThat(rules.mayMove(entry(after - tick - 1), NOW)).isTrue();
  }

  /** The tick is a twentieth of the duration, at least the store's, at most half the duration. */
  @ParameterizedTest
  @MethodSource
  void access_withTick_movesTheDeadlineOnlyBeyondIt(long durationMillis, long tickMillis) {
    var duration = new javax.cache.expiry.Duration(TimeUnit.MILLISECONDS, durationMillis);
    ExpiryRules rules = new ExpiryRules(new AccessedExpiryPolicy(duration), ticking(1_000));
    long after = NOW + durationMillis;

    assertThat(rules.deadlineOfAccess(entry(after - tickMillis), NOW))
        .isEqualTo(ExpiryRules.UNCHANGED);
    assertThat(rules.deadlineOfAccess(entry(after - tickMillis - 1), NOW)).isEqualTo(after);
  }

  static Stream<Arguments> access_withTick_movesTheDeadlineOnlyBeyondIt() {
    return Stream.of(
        Arguments.of(10_000, 1_000),
        Arguments.of(20_000, 1_000),
        Arguments.of(100_000, 5_000),
        Arguments.of(1_000, 500));
  }

  @Test
  void access_withTick_earlierDeadlineIsNeverHeldBack() {
    ExpiryRules rules = new ExpiryRules(new AccessedExpiryPolicy(MINUTE), ticking(1_000));

    assertThat(rules.deadlineOfAccess(entry(NOW + 60_001), NOW)).isEqualTo(NOW + 60_000);
    assertThat(rules.deadlineOfAccess(entry(Lifetime.NEVER), NOW)).isEqualTo(NOW + 60_000);
  }

  @Test
  void access_zeroDuration_endsTheEntryNowWhateverTheTick() {
    for (StoreTraits traits : new StoreTraits[] {StoreTraits.HEAP, ticking(1_000)}) {
      ExpiryRules rules = new ExpiryRules(new AccessedExpiryPolicy(ZERO), traits);
      assertThat(rules.deadlineOfAccess(entry(NOW + 1), NOW)).isEqualTo(NOW);
      assertThat(rules.deadlineOfAccess(entry(Lifetime.NEVER), NOW)).isEqualTo(NOW);
    }
  }

  private static ExpiryRules rules(ExpiryPolicy policy) {
    return new ExpiryRules(policy, StoreTraits.HEAP);
  }

  private static StoreTraits ticking(long millis) {
    return new StoreTraits(true, false, Duration.ofMillis(millis), Duration.ZERO, Duration.ZERO);
  }

  private static Stored<String> entry(long expiresAtMillis) {
    return new TinyStore.TinyEntry<>("v", Lifetime.until(expiresAtMillis), Attributes.NONE);
  }
}
