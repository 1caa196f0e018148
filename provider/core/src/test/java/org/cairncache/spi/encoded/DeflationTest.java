package org.cairncache.spi.encoded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class DeflationTest {
  private static final int MIB = 1 << 20;

  @Test
  void inflate_deflated_isTheOriginal() {
    byte[] original = text(10_000);
    Slice smaller = Deflation.deflate(slice(original));

    assertThat(smaller.length()).isLessThan(5_000);
    assertThat(bytes(Deflation.inflate(smaller, original.length))).isEqualTo(original);
  }

  @Test
  void deflate_whatDoesNotGetSmaller_isKept() {
    byte[] noise = new byte[1_000];
    new Random(1).nextBytes(noise);

    assertThat(Deflation.deflate(slice(noise))).isNull();
    assertThat(Deflation.deflate(slice(new byte[0]))).isNull();
    assertThat(Deflation.deflate(slice(new byte[1]))).isNull();
  }

  @Test
  void inflate_anotherLengthThanItSays_isRefused() {
    byte[] original = text(10_000);
    Slice smaller = Deflation.deflate(slice(original));

    assertThat(Deflation.inflate(smaller, 9_999)).isNull();
    assertThat(Deflation.inflate(smaller, 10_001)).isNull();
    assertThat(Deflation.inflate(smaller, 0)).isNull();
  }

  @Test
  void inflate_cutOrContinued_isRefused() {
    byte[] original = text(10_000);
    byte[] smaller = bytes(Deflation.deflate(slice(original)));

    assertThat(Deflation.inflate(slice(Arrays.copyOf(smaller, smaller.length - 1)), 10_000))
        .isNull();
    assertThat(Deflation.inflate(slice(Arrays.copyOf(smaller, smaller.length + 1)), 10_000))
        .isNull();
    assertThat(Deflation.inflate(slice(new byte[0]), 10_000)).isNull();
  }

  @Test
  void inflate_bomb_isRefusedBeforeItIsInflated() {
    byte[] bomb = raw(new byte[64 * MIB]);

    assertThat(bomb.length).isLessThan(64 * MIB / 900);
    assertThat(Deflation.inflate(slice(bomb), 64 * MIB)).isNull();
    assertThat(Deflation.inflate(slice(bomb), MIB)).isNull();
  }

  @Test
  void deflate_whatWouldBeRefused_isKept() {
    assertThat(Deflation.deflate(slice(new byte[2 * MIB]))).isNull();
    assertThat(Deflation.deflate(slice(new byte[MIB]))).isNotNull();
  }

  private static byte[] raw(byte[] original) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(original);
    deflater.finish();
    byte[] out = new byte[original.length];
    int length = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  private static byte[] text(int length) {
    byte[] text = new byte[length];
    Random random = new Random(2);
    for (int i = 0; i < length; i++) {
      text[i] = (byte) ('a' + random.nextInt(4));
    }
    return text;
  }

  // In the middle of an array, as payloads are.
  private static Slice slice(byte[] bytes) {
    byte[] around = new byte[bytes.length + 20];
    Arrays.fill(around, (byte) 0x55);
    System.arraycopy(bytes, 0, around, 7, bytes.length);
    return new Slice(around, 7, bytes.length);
  }

  private static byte[] bytes(Slice slice) {
    byte[] bytes = new byte[slice.length()];
    slice.copyTo(bytes, 0);
    return bytes;
  }
}
