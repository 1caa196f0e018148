package org.cairncache.spi.encoded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * While a fleet is updated, processes of this version meet entries of the next. All they know of it
 * is what {@link Envelope} promises of every version: magic, version, stamp and deadline.
 */
class LaterVersionTest {
  private static final int BLOCK = 5_000;

  private final OpenCache cache = OpenCache.with(Settings.NONE);

  @BeforeEach
  void putBoth() {
    cache.store.put("ours", "v", Lifetime.ETERNAL);
    cache.bytes.entries.put("theirs", later(2));
  }

  /** What a later version may write: beyond the promised fields, anything. */
  private static byte[] later(int version) {
    byte[] bytes = new byte[BLOCK];
    Arrays.fill(bytes, (byte) 0xEE);
    ByteBuffer.wrap(bytes).putInt(('C' << 24) | ('R' << 16) | ('N' << 8) | version);
    ByteBuffer.wrap(bytes).putLong(Envelope.STAMP_OFFSET, 42L);
    ByteBuffer.wrap(bytes).position(Envelope.DEADLINE_OFFSET).put(Envelope.deadline(42L, 7_000L));
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 127, 128, 255})
  void read_isAMissWithTheDeadline(int version) {
    cache.bytes.entries.put("theirs", later(version));
    Stored<Object> stored = cache.store.getLatest("theirs");

    assertThat(stored.isReadable()).isFalse();
    assertThat(stored.expiresAtMillis()).isEqualTo(7_000L);
    assertThat(cache.value("ours")).isEqualTo("v");
  }

  @Test
  void touch_keepsAllElse() {
    byte[] before = cache.bytes.entries.get("theirs").clone();

    assertThat(cache.store.touch("theirs", cache.store.getLatest("theirs"), 9_000L)).isTrue();

    byte[] after = cache.bytes.entries.get("theirs");
    assertThat(Envelope.expiresAtMillis(after)).isEqualTo(9_000L);
    assertThat(Envelope.hasValidDeadline(after)).isTrue();
    Arrays.fill(before, Envelope.DEADLINE_OFFSET, Envelope.DEADLINE_OFFSET + 12, (byte) 0);
    Arrays.fill(after, Envelope.DEADLINE_OFFSET, Envelope.DEADLINE_OFFSET + 12, (byte) 0);
    assertThat(after).isEqualTo(before);
  }

  @Test
  void replaceAndRemove_compareTheStamp() {
    Stored<Object> theirs = cache.store.getLatest("theirs");
    assertThat(cache.store.replace("theirs", theirs, "w", Lifetime.ETERNAL, Attributes.NONE))
        .isNotNull();
    assertThat(cache.value("theirs")).isEqualTo("w");

    cache.bytes.entries.put("theirs", later(2));
    assertThat(cache.store.remove("theirs", theirs)).isTrue();
  }

  @Test
  void key_isNotGuessed() {
    byte[] bytes = later(2);
    ByteBuffer.wrap(bytes).putInt(64, 3); // where this version has the length of the key

    assertThat(Envelope.key(bytes)).isNull();
  }

  @Test
  void flagThatThisVersionDoesNotKnow_isAMiss() {
    byte[] bytes = cache.bytes.entries.get("ours").clone();
    bytes[5] |= 0x10;
    cache.bytes.entries.put("ours", Forging.repaired(bytes));

    assertThat(cache.value("ours")).isNull();
  }
}
