package org.cairncache.spi.encoded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Outcome;
import org.cairncache.spi.Replacement;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.Test;

/** Writes of what is there already. */
class DedupedStoreTest {
  private static final long NOW = 1_000_000;
  private static final Lifetime LONG = Lifetime.until(NOW + 60_000);
  private static final Lifetime LONGER = Lifetime.until(NOW + 90_000);
  private static final Settings DEDUPING = Settings.NONE.with(EncodedSettings.DEDUPE_WRITES, true);

  private OpenCache cache = open(DEDUPING);

  private static OpenCache open(Settings settings) {
    return new OpenCache(new Bytes(), settings, () -> Instant.ofEpochMilli(NOW));
  }

  private long stamp(String key) {
    return Envelope.stamp(cache.bytes.entries.get(key));
  }

  @Test
  void put_sameValue_writesNothing() {
    Stored<Object> first = cache.store.put("k", "v", LONG);
    byte[] before = cache.bytes.entries.get("k");

    Stored<Object> second = cache.store.put("k", "v", LONG);

    assertThat(cache.bytes.entries.get("k")).isSameAs(before);
    assertThat(cache.bytes.touches).isZero();
    assertThat(second.isSameEntry(first)).isTrue();
    assertThat(second.value()).isEqualTo("v");
    assertThat(cache.unchanged()).isOne();
  }

  @Test
  void put_sameValueWithAnotherDeadline_movesTheDeadlineAlone() {
    cache.store.put("k", "v", LONG);
    long stamp = stamp("k");

    Stored<Object> second = cache.store.put("k", "v", LONGER);

    assertThat(stamp("k")).isEqualTo(stamp);
    assertThat(second.expiresAtMillis()).isEqualTo(LONGER.expiresAtMillis());
    assertThat(cache.store.get("k").expiresAtMillis()).isEqualTo(LONGER.expiresAtMillis());
    assertThat(cache.unchanged()).isOne();
  }

  @Test
  void put_compressedAndEncrypted_comparesWhatIsInside() {
    cache =
        open(
            DEDUPING
                .with(EncodedSettings.COMPRESSION, true)
                .with(EncodedSettings.COMPRESSION_THRESHOLD, 0L)
                .with(
                    EncodedSettings.ENCRYPTION_KEYS,
                    List.of("one:" + Base64.getEncoder().encodeToString(new byte[32]))));
    cache.store.put("k", "v".repeat(100), LONG);
    long stamp = stamp("k");

    cache.store.put("k", "v".repeat(100), LONG);
    assertThat(stamp("k")).isEqualTo(stamp);

    cache.store.put("k", "v".repeat(99) + "w", LONG);
    assertThat(stamp("k")).isNotEqualTo(stamp);
  }

  @Test
  void put_anotherValue_isWritten() {
    cache.store.put("k", "v", LONG);
    cache.store.put("k", "w", LONG);

    assertThat(cache.value("k")).isEqualTo("w");
    assertThat(cache.unchanged()).isZero();
  }

  @Test
  void put_aboutToExpire_isWritten() {
    for (long life : new long[] {-1, 0, 4_999, 5_000}) {
      cache.store.put("k" + life, "v", Lifetime.until(NOW + life));
      long stamp = stamp("k" + life);
      cache.store.put("k" + life, "v", LONG);
      assertThat(stamp("k" + life)).as("after " + life).isNotEqualTo(stamp);
    }
    assertThat(cache.unchanged()).isZero();
  }

  @Test
  void put_expiredByTheClockOfTheStore_isWritten() {
    cache.store.put("k", "v", LONG);
    long stamp = stamp("k");
    cache.bytes.clockOffsetMillis = 60_000;

    cache.store.put("k", "v", LONGER);

    assertThat(stamp("k")).isNotEqualTo(stamp);
  }

  @Test
  void put_overOrWithFreshness_isWritten() {
    Lifetime fresh = new Lifetime(NOW, NOW + 30_000, LONG.expiresAtMillis());
    cache.store.put("k", "v", fresh);
    cache.store.put("k", "v", LONG);
    assertThat(cache.store.get("k").freshUntilMillis()).isEqualTo(Lifetime.NEVER);
    cache.store.put("k", "v", fresh);
    assertThat(cache.store.get("k").freshUntilMillis()).isEqualTo(NOW + 30_000);
    assertThat(cache.unchanged()).isZero();
  }

  @Test
  void put_overAttributes_isWritten() {
    cache.store.replace("k", null, "v", LONG, new Attributes(3, Map.of()));
    cache.store.put("k", "v", LONG);

    assertThat(cache.store.get("k").attributes()).isEqualTo(Attributes.NONE);
  }

  @Test
  void put_damagedEntry_isWritten() {
    cache.store.put("k", "v", LONG);
    cache.bytes.entries.get("k")[Envelope.HEADER_BYTES]++;

    cache.store.put("k", "v", LONG);

    assertThat(cache.value("k")).isEqualTo("v");
  }

  @Test
  void put_whatIsThereCannotBeRead_isWritten() {
    cache.store.put("k", "v", LONG);
    long stamp = stamp("k");
    cache.bytes.failsToRead = true;

    cache.store.put("k", "v", LONG);
    assertThat(cache.store.putAll(Map.of("k", "v"), LONG).get("k"))
        .isInstanceOf(Outcome.Written.class);

    assertThat(stamp("k")).isNotEqualTo(stamp);
  }

  @Test
  void putKeepingDeadline_sameValue_writesNothing() {
    cache.bytes.keepsDeadlines = true;
    cache.store.put("k", "v", LONG);
    long stamp = stamp("k");

    Stored<Object> kept = cache.store.putKeepingDeadline("k", "v", LONGER, NOW);

    assertThat(stamp("k")).isEqualTo(stamp);
    assertThat(kept.expiresAtMillis()).isEqualTo(LONG.expiresAtMillis());
    assertThat(cache.store.putKeepingDeadline("k", "w", LONGER, NOW).value()).isEqualTo("w");
    assertThat(cache.value("k")).isEqualTo("w");
  }

  @Test
  void replace_sameValueStillThere_writesNothing() {
    cache.store.put("k", "v", LONG);
    Stored<Object> expected = cache.store.get("k");

    Stored<Object> same = cache.store.replace("k", expected, "v", LONG, Attributes.NONE);
    Stored<Object> moved = cache.store.replace("k", expected, "v", LONGER, Attributes.NONE);

    assertThat(same.isSameEntry(expected)).isTrue();
    assertThat(moved.isSameEntry(expected)).isTrue();
    assertThat(cache.store.get("k").expiresAtMillis()).isEqualTo(LONGER.expiresAtMillis());
    assertThat(cache.unchanged()).isEqualTo(2);
  }

  @Test
  void replace_sameValueNoLongerThere_conflicts() {
    cache.store.put("k", "v", LONG);
    Stored<Object> expected = cache.store.get("k");
    cache.store.put("k", "w", LONG);

    assertThat(cache.store.replace("k", expected, "v", LONG, Attributes.NONE)).isNull();
    assertThat(cache.store.replace("k", expected, "v", LONGER, Attributes.NONE)).isNull();
    cache.store.remove("k");
    assertThat(cache.store.replace("k", expected, "v", LONG, Attributes.NONE)).isNull();
    assertThat(cache.unchanged()).isZero();
  }

  @Test
  void replace_deadlineMovedMeanwhile_getsItsOwn() {
    cache.store.put("k", "v", LONG);
    Stored<Object> expected = cache.store.get("k");
    cache.store.touch("k", expected, LONGER.expiresAtMillis());

    cache.store.replace("k", expected, "v", LONG, Attributes.NONE);

    assertThat(cache.store.get("k").expiresAtMillis()).isEqualTo(LONG.expiresAtMillis());
  }

  @Test
  void batches_writeWhatChanges() {
    cache.store.put("same", "v", LONG);
    cache.store.put("other", "v", LONG);
    long same = stamp("same");

    Map<String, Outcome<Object>> put =
        cache.store.putAll(Map.of("same", "v", "other", "w", "new", "v"), LONG);
    assertThat(put).hasSize(3).allSatisfy((key, outcome) -> assertWritten(outcome));
    Stored<Object> expected = cache.store.get("same");
    Map<String, Outcome<Object>> replaced =
        cache.store.replaceAll(
            Map.of(
                "same",
                new Replacement<>(expected, "v", LONGER, Attributes.NONE),
                "newer",
                new Replacement<>(null, "v", LONGER, Attributes.NONE)));
    assertThat(replaced).hasSize(2).allSatisfy((key, outcome) -> assertWritten(outcome));

    assertThat(stamp("same")).isEqualTo(same);
    assertThat(cache.store.get("same").expiresAtMillis()).isEqualTo(LONGER.expiresAtMillis());
    assertThat(cache.value("other")).isEqualTo("w");
    assertThat(cache.bytes.entries).containsKeys("new", "newer");
    assertThat(cache.unchanged()).isEqualTo(2);
  }

  private static void assertWritten(Outcome<Object> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Written.class);
  }

  @Test
  void put_notAskedFor_isWritten() {
    cache = open(Settings.NONE);
    cache.store.put("k", "v", LONG);
    long stamp = stamp("k");

    cache.store.put("k", "v", LONG);

    assertThat(stamp("k")).isNotEqualTo(stamp);
  }
}
