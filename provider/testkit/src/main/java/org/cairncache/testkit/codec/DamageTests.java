package org.cairncache.testkit.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.cairncache.spi.Codec;
import org.cairncache.testkit.codec.CodecUnderTest.Foreign;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes are, decoding gives a value of the type or an IOException, soon, and takes at
 * most four times the memory that an entry may have. A million bytes are the maximum here, so that
 * a length that was believed shows.
 */
abstract class DamageTests extends CodecTests {
  private static final int MAXIMUM = 1 << 20;
  private static final int LONGEST = 1024;
  private static final long SEED = 42;
  private static final boolean NIGHTLY = Boolean.getBoolean("nightly");

  /** What different formats take for 2 GB, -1, or the beginning of something endless. */
  private static final int[][] CLAIMS = {
    {0x7f, 0xff, 0xff, 0xff},
    {0xff, 0xff, 0xff, 0xff},
    {0xff, 0xff, 0xff, 0xff, 0x07},
    {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f},
    {0xc6, 0x7f, 0xff, 0xff, 0xff},
    {0xdb, 0x7f, 0xff, 0xff, 0xff},
    {0xdd, 0x7f, 0xff, 0xff, 0xff},
    {0xdf, 0x7f, 0xff, 0xff, 0xff},
    {0x00, 0x00, 0x00, 0x00},
  };

  @Test
  void decode_truncatedAnywhere_isRefused() throws IOException {
    for (Sample<?> sample : samples()) {
      truncate(sample);
    }
  }

  @Test
  void decode_anyBitFlipped_failsOnlyAsItMay() throws IOException {
    Random random = new Random(SEED);
    for (Sample<?> sample : samples()) {
      flip(sample, random);
    }
  }

  @Test
  void decode_hugeLengthsAnywhere_failOnlyAsTheyMay() throws IOException {
    for (Sample<?> sample : samples()) {
      claim(sample);
    }
  }

  @Test
  void decode_garbage_failsOnlyAsItMay() {
    Random random = new Random(SEED);
    for (Sample<?> sample : samples()) {
      garbage(sample.type(), random);
    }
  }

  @Test
  void decode_garbageAfterAGoodBeginning_failsOnlyAsItMay() throws IOException {
    Random random = new Random(SEED);
    for (Sample<?> sample : samples()) {
      garbageAfter(sample, random);
    }
  }

  @Test
  void decode_whatIsNoValue_isRefused() {
    for (Foreign foreign : subject().foreign()) {
      decoding(foreign.type()).refuse(foreign.name(), foreign.bytes());
    }
  }

  @Test
  void decode_afterAFailure_stillWorks() throws IOException {
    for (Sample<?> sample : samples()) {
      failAndDecode(sample);
    }
  }

  private <T> void truncate(Sample<T> sample) throws IOException {
    Decoding<T> decoding = decoding(sample.type());
    byte[] bytes = encode(sample);
    int step = step(bytes);
    for (int length = 0; length < bytes.length; length += step) {
      byte[] truncated = Arrays.copyOf(bytes, length);
      if (subject().isSelfDelimiting()) {
        decoding.refuse(sample.name(), truncated);
      } else {
        decoding.tryDecode(sample.name(), truncated);
      }
    }
  }

  private <T> void flip(Sample<T> sample, Random random) throws IOException {
    Decoding<T> decoding = decoding(sample.type());
    byte[] bytes = encode(sample);
    int step = step(bytes);
    for (int at = 0; at < bytes.length; at += step) {
      for (int bit = NIGHTLY ? 0 : random.nextInt(8); bit < 8; bit += NIGHTLY ? 1 : 8) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << bit);
        decoding.tryDecode(sample.name(), flipped);
      }
    }
  }

  private <T> void claim(Sample<T> sample) throws IOException {
    Decoding<T> decoding = decoding(sample.type());
    byte[] bytes = encode(sample);
    int step = step(bytes);
    for (int at = 0; at < bytes.length; at += step) {
      for (int[] claim : CLAIMS) {
        byte[] claiming = Arrays.copyOf(bytes, Math.max(bytes.length, at + claim.length));
        for (int i = 0; i < claim.length; i++) {
          claiming[at + i] = (byte) claim[i];
        }
        decoding.tryDecode(sample.name(), claiming);
      }
    }
  }

  private <T> void garbage(Class<T> type, Random random) {
    Decoding<T> decoding = decoding(type);
    for (int i = 0; i < (NIGHTLY ? 100_000 : 500); i++) {
      byte[] bytes = new byte[random.nextInt(i + 2)];
      random.nextBytes(bytes);
      decoding.tryDecode("garbage for " + type.getSimpleName(), bytes);
    }
  }

  private <T> void garbageAfter(Sample<T> sample, Random random) throws IOException {
    Decoding<T> decoding = decoding(sample.type());
    byte[] bytes = encode(sample);
    int rounds = NIGHTLY ? 20_000 : bytes.length <= LONGEST ? 200 : 20;
    for (int i = 0; i < rounds; i++) {
      byte[] ruined = bytes.clone();
      int from = random.nextInt(bytes.length + 1);
      for (int at = from; at < Math.min(bytes.length, from + LONGEST); at++) {
        ruined[at] = (byte) random.nextInt();
      }
      decoding.tryDecode(sample.name(), ruined);
    }
  }

  private <T> void failAndDecode(Sample<T> sample) throws IOException {
    Codec<T> codec = codecOf(sample);
    byte[] bytes = encode(codec, sample.value());
    Decoding<T> decoding = new Decoding<>(sample.type(), codec, Contexts.LARGE);
    for (int i = 0; i < 20; i++) {
      decoding.tryDecode(sample.name(), Arrays.copyOf(bytes, bytes.length * i / 20));
      assertSame(sample, decode(codec, bytes));
    }
    assertThat(encode(codec, sample.value())).as(sample.name()).hasSameSizeAs(bytes);
  }

  // Everywhere in what is short, at some 100 places in what is long.
  private static int step(byte[] bytes) {
    return bytes.length <= LONGEST ? 1 : bytes.length / 100;
  }

  private <T> Decoding<T> decoding(Class<T> type) {
    return new Decoding<>(type, codecOf(type, MAXIMUM), MAXIMUM);
  }
}
