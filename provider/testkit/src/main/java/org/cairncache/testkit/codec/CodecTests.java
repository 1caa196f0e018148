package org.cairncache.testkit.codec;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.cairncache.spi.Codec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/** One part of the contract. */
@Timeout(value = 120, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class CodecTests {
  private @Nullable CodecUnderTest subject;

  /** The codec under test; {@link #subject()} is the one to use. */
  abstract CodecUnderTest codec();

  /** The codec of this test. */
  final CodecUnderTest subject() {
    CodecUnderTest present = subject;
    if (present == null) {
      present = codec();
      subject = present;
    }
    assertThat(present.samples()).as("samples").isNotEmpty();
    return present;
  }

  final List<Sample<?>> samples() {
    return subject().samples();
  }

  final <T> Codec<T> codecOf(Sample<T> sample) {
    return codecOf(sample.type(), Contexts.LARGE);
  }

  final <T> Codec<T> codecOf(Class<T> type, int maximumBytes, String... patterns) {
    return subject().factory().create(Contexts.of(type, maximumBytes, patterns));
  }

  final <T> byte[] encode(Sample<T> sample) throws IOException {
    return encode(codecOf(sample), sample.value());
  }

  static <T> byte[] encode(Codec<T> codec, T value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    codec.encode(value, out);
    return out.toByteArray();
  }

  static <T> T decode(Codec<T> codec, byte[] bytes) throws IOException {
    return codec.decode(new ByteArrayInputStream(bytes));
  }

  static void assertSame(Sample<?> sample, Object decoded) {
    assertThat(Objects.deepEquals(decoded, sample.value()))
        .as("%s equals what was encoded", sample)
        .isTrue();
    assertThat(decoded).as(sample.name()).isInstanceOf(sample.type());
  }
}
