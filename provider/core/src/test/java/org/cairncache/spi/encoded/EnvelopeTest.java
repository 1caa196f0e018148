package org.cairncache.spi.encoded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.cache.CacheException;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final long STAMP = 0x0123456789ABCDEFL;
  private static final Lifetime LIFETIME = new Lifetime(1_000, 2_000, 3_000);
  private static final Attributes ATTRIBUTES = new Attributes(7, Map.of("b", 2L, "a", 1L));
  private static final byte[] PAYLOAD = "payload".getBytes(StandardCharsets.UTF_8);

  static byte[] seal(String key, Attributes attributes, byte[] payload) {
    Envelope.Contents contents =
        new Envelope.Contents(key, STAMP, LIFETIME, attributes, "codec", 5, 0, payload.length);
    return Envelope.seal(
        contents,
        payload.length,
        (around, bytes, start) -> System.arraycopy(payload, 0, bytes, start, payload.length));
  }

  @Test
  void open_sealed_givesAllBack() {
    Envelope envelope = Envelope.open(seal("key", ATTRIBUTES, PAYLOAD));

    assertThat(envelope.hasKey("key")).isTrue();
    assertThat(envelope.hasKey("kez")).isFalse();
    assertThat(envelope.writtenAtMillis()).isEqualTo(1_000);
    assertThat(envelope.freshUntilMillis()).isEqualTo(2_000);
    assertThat(envelope.codec()).isEqualTo("codec");
    assertThat(envelope.schema()).isEqualTo(5);
    assertThat(envelope.flags()).isZero();
    assertThat(envelope.decodedBytes()).isEqualTo(7);
    assertThat(envelope.attributes()).isEqualTo(ATTRIBUTES);
    assertThat(envelope.payload().text()).isEqualTo("payload");
  }

  @Test
  void header_isReadWithoutTheRest() {
    byte[] whole = seal("schlüssel", Attributes.NONE, PAYLOAD);
    byte[] header = Arrays.copyOf(whole, Envelope.HEADER_BYTES);

    assertThat(Envelope.isEnvelope(header)).isTrue();
    assertThat(Envelope.stamp(header)).isEqualTo(STAMP);
    assertThat(Envelope.expiresAtMillis(header)).isEqualTo(3_000);
    assertThat(Envelope.hasValidDeadline(header)).isTrue();
    assertThat(Envelope.key(header)).isNull();
    assertThat(Envelope.key(Arrays.copyOf(whole, (int) Envelope.bytesToKey(header))))
        .isEqualTo("schlüssel");
  }

  @Test
  void deadline_moved_isTheOnlyThingThatChanges() {
    byte[] bytes = seal("key", ATTRIBUTES, PAYLOAD);
    byte[] deadline = Envelope.deadline(STAMP, 9_000);
    System.arraycopy(deadline, 0, bytes, Envelope.DEADLINE_OFFSET, deadline.length);

    assertThat(Envelope.open(bytes)).isNotNull();
    assertThat(Envelope.expiresAtMillis(bytes)).isEqualTo(9_000);
  }

  @Test
  void deadline_ofAnotherStamp_isNotValid() {
    byte[] bytes = seal("key", ATTRIBUTES, PAYLOAD);
    byte[] deadline = Envelope.deadline(STAMP + 1, 9_000);
    System.arraycopy(deadline, 0, bytes, Envelope.DEADLINE_OFFSET, deadline.length);

    assertThat(Envelope.hasValidDeadline(bytes)).isFalse();
    assertThat(Envelope.open(bytes)).isNull();
  }

  @Test
  void open_anyBitFlipped_isNone() {
    byte[] bytes = seal("key", ATTRIBUTES, PAYLOAD);
    for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

      assertThat(Envelope.open(flipped)).as("bit %d", bit).isNull();
    }
  }

  @Test
  void open_cutOrContinued_isNone() {
    byte[] bytes = seal("key", ATTRIBUTES, PAYLOAD);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(Envelope.open(Arrays.copyOf(bytes, length))).as("%d bytes", length).isNull();
    }
    assertThat(Envelope.open(Arrays.copyOf(bytes, bytes.length + 1))).isNull();
  }

  @Test
  void open_lengthsThatOverflow_isNone() {
    for (int offset : new int[] {64, 68, 72}) {
      for (int length : new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
        byte[] bytes = seal("key", ATTRIBUTES, PAYLOAD);
        ByteBuffer.wrap(bytes).putInt(offset, length);

        assertThat(Envelope.open(bytes)).as("%d at %d", length, offset).isNull();
      }
    }
  }

  @Test
  void seal_keyOrAttributesTooLong_areRefused() {
    int most = Envelope.MAXIMUM_PART_BYTES;

    assertThat(Envelope.open(seal("k".repeat(most), Attributes.NONE, PAYLOAD))).isNotNull();
    assertThatThrownBy(() -> seal("k".repeat(most + 1), Attributes.NONE, PAYLOAD))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("key of 65537 bytes");
    assertThatThrownBy(() -> seal("key", new Attributes(1, Map.of("t".repeat(most), 1L)), PAYLOAD))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("attributes of");
  }

  @Test
  void attributes_cutAnywhereButBetweenTags_areNone() {
    byte[] whole = AttributeBytes.encode(ATTRIBUTES);

    assertThat(AttributeBytes.decode(whole, 0, whole.length)).isEqualTo(ATTRIBUTES);
    for (int length = 1; length < whole.length; length++) {
      Attributes cut = AttributeBytes.decode(whole, 0, length);
      assertThat(cut).as("%d bytes", length).isNotEqualTo(ATTRIBUTES);
    }
  }

  @Test
  void attributes_ofTheSameTags_areTheSameBytes() {
    assertThat(AttributeBytes.encode(new Attributes(7, Map.of("a", 1L, "b", 2L))))
        .isEqualTo(AttributeBytes.encode(ATTRIBUTES));
    assertThat(AttributeBytes.encode(Attributes.NONE)).isEmpty();
  }
}
