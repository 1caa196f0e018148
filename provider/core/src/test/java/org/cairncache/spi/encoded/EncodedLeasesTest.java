package org.cairncache.spi.encoded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cairncache.spi.CountingClock;
import org.cairncache.spi.Lease;
import org.cairncache.spi.Leases;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Settings;
import org.junit.jupiter.api.Test;

/** One holder for each key, until it gives the lease back or is gone for long enough. */
class EncodedLeasesTest {
  private static final Duration DURATION = Duration.ofSeconds(30);

  private final CountingClock clock = new CountingClock();
  private final OpenCache cache = OpenCache.with(Settings.NONE);
  private final Leases<String> ours = leases();
  private final Leases<String> theirs = leases();

  private Leases<String> leases() {
    return new EncodedLeases<>(
        cache.bytes, new KeyText<>(null, null, getClass().getClassLoader()), () -> clock, DURATION);
  }

  private void passes(long millis) {
    clock.advance(Duration.ofMillis(millis));
  }

  @Test
  void taken_isRefusedToOthersUntilItIsGivenBack() {
    Lease lease = ours.tryTake("k");

    assertThat(lease).isNotNull();
    assertThat(theirs.tryTake("k")).isNull();
    assertThat(ours.tryTake("k")).isNull();
    assertThat(theirs.tryTake("other")).isNotNull();

    lease.release();
    assertThat(theirs.tryTake("k")).isNotNull();
  }

  @Test
  void holderGone_isFreeOnceTimeAndGraceArePast() {
    ours.tryTake("k");

    passes(DURATION.toMillis() + EncodedLeases.GRACE_MILLIS - 1);
    assertThat(theirs.tryTake("k")).isNull();

    passes(1);
    assertThat(theirs.tryTake("k")).isNotNull();
  }

  @Test
  void holderThatStoodStill_learnsThatItLostAndTakesNothingBack() {
    Lease lost = ours.tryTake("k");
    passes(DURATION.toMillis() + EncodedLeases.GRACE_MILLIS);
    theirs.tryTake("k");

    assertThat(lost.keep()).isFalse();
    assertThat(lost.renew()).isFalse();
    lost.release();
    assertThat(ours.tryTake("k")).isNull();
  }

  @Test
  void slowHolder_keepsWhatNobodyTook() {
    Lease slow = ours.tryTake("k");
    passes(DURATION.toMillis() * 2);

    assertThat(slow.keep()).isTrue();
    passes(DURATION.toMillis());
    assertThat(theirs.tryTake("k")).isNull();
  }

  @Test
  void renewal_isNotTakenOverByWhoReadTheLeaseBeforeIt() {
    Lease lease = ours.tryTake("k");
    passes(DURATION.toMillis() + EncodedLeases.GRACE_MILLIS);
    String text = EncodedLeases.PREFIX + "k";
    var read = cache.bytes.getLatest(text);

    assertThat(lease.renew()).isTrue();

    assertThat(cache.bytes.remove(text, read)).isFalse();
    assertThat(theirs.tryTake("k")).isNull();
  }

  @Test
  void youngLease_isKeptWithoutARequest() {
    Lease lease = ours.tryTake("k");
    cache.bytes.entries.clear();

    passes(DURATION.toMillis() / 2 - 1_000);
    assertThat(lease.keep()).isTrue();
    passes(1_000);
    assertThat(lease.keep()).isFalse();
  }

  @Test
  void many_areTakenAsFarAsTheyAreFree() {
    theirs.tryTake("b");

    Map<String, Lease> taken = ours.tryTakeAll(List.of("a", "b", "c"));

    assertThat(taken).containsOnlyKeys("a", "c");
    assertThat(theirs.tryTake("c")).isNull();
  }

  @Test
  void damagedLease_isTaken() {
    cache.bytes.entries.put(EncodedLeases.PREFIX + "k", new byte[] {1, 2, 3});

    assertThat(ours.tryTake("k")).isNotNull();
  }

  @Test
  void leases_areNoEntries() {
    ours.tryTake("k");
    cache.store.put("real", "value", Lifetime.ETERNAL);

    assertThat(cache.store.keys()).containsExactly("real");
    assertThat(cache.store.get("k")).isNull();
    assertThat(cache.store.expiredKeys(Long.MAX_VALUE - 1)).isEmpty();
    assertThat(cache.unreadable()).isZero();
  }

  @Test
  void keyThatLooksLikeALease_isAnEntryOfItsOwn() {
    ours.tryTake("k");

    assertThat(cache.store.get(EncodedLeases.PREFIX + "k")).isNull();
    cache.store.put(EncodedLeases.PREFIX + "k", "value", Lifetime.ETERNAL);
    assertThat(cache.store.keys()).containsExactly(EncodedLeases.PREFIX + "k");
    assertThat(theirs.tryTake("k")).isNull();
  }
}
