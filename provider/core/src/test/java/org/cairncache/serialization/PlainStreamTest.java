package org.cairncache.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The streams are those of Java serialization, and nothing else is taken for one. */
class PlainStreamTest {
  private static final int MAXIMUM = Codecs.MEBIBYTE;

  static Stream<Object> plainValues() {
    return Stream.of(
        new byte[0],
        new byte[] {0, -1, 127},
        new byte[100_000],
        "",
        "text",
        "x".repeat(0xFFFF),
        0L,
        -1L,
        Long.MAX_VALUE,
        Integer.MIN_VALUE,
        42,
        Double.NaN,
        Double.longBitsToDouble(-1),
        -0.0,
        true,
        false);
  }

  static Stream<Object> otherValues() {
    return Stream.of(
        "é",
        "\0",
        "\uD83D\uDE00",
        "x".repeat(0x10000),
        1f,
        (short) 1,
        (byte) 1,
        'c',
        BigInteger.ONE,
        new long[] {1},
        new byte[][] {{1}},
        Thread.State.NEW);
  }

  @ParameterizedTest
  @MethodSource("plainValues")
  void write_plainValue_isTheStreamOfJavaSerialization(Object value) throws IOException {
    byte[] stream = Codecs.serialize(value);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThat(PlainStream.write(value, out, stream.length)).isTrue();
    assertThat(out.toByteArray()).isEqualTo(stream);
    assertThat(PlainStream.write(value, out, stream.length - 1)).as("too long").isFalse();
    assertThat(read(stream)).isEqualTo(value);
    assertThat(PlainStream.read(new ByteArrayInputStream(stream), stream.length)).isEqualTo(value);
    assertThat(PlainStream.read(new ByteArrayInputStream(stream), stream.length - 1)).isNull();
  }

  @ParameterizedTest
  @MethodSource("otherValues")
  void writeAndRead_otherValue_areLeftToJavaSerialization(Object value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThat(PlainStream.write(value, out, MAXIMUM)).isFalse();
    assertThat(out.size()).isZero();
    assertThat(read(Codecs.serialize(value))).isNull();
  }

  @ParameterizedTest
  @MethodSource("plainValues")
  void read_streamOfAnotherLength_isLeftToJavaSerialization(Object value) throws IOException {
    byte[] stream = Codecs.serialize(value);

    assertThat(read(Arrays.copyOf(stream, stream.length + 1))).isNull();
    for (int length = 0; length < Math.min(stream.length, 100); length++) {
      assertThat(read(Arrays.copyOf(stream, length))).as("%s bytes", length).isNull();
    }
    assertThat(read(Arrays.copyOf(stream, stream.length - 1))).isNull();
  }

  @ParameterizedTest
  @MethodSource("plainValues")
  void read_anyBitFlipped_isNothingOrWhatJavaSerializationReads(Object value) throws Exception {
    byte[] stream = Codecs.serialize(value);
    for (int bit = 0; bit < Math.min(stream.length, 100) * 8; bit++) {
      byte[] damaged = stream.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      Object read = read(damaged);
      if (read != null) {
        assertThat(read).as("bit %s", bit).isEqualTo(deserialize(damaged));
      }
    }
  }

  private static Object deserialize(byte[] stream) throws IOException, ClassNotFoundException {
    try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(stream))) {
      return objects.readObject();
    }
  }

  private static Object read(byte[] stream) throws IOException {
    return PlainStream.read(new ByteArrayInputStream(stream), MAXIMUM);
  }
}
