package org.cairncache.testkit.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.cairncache.spi.Codec;
import org.junit.jupiter.api.Test;

/** Streams belong to the caller, end where the value ends, and may fail. */
abstract class StreamTests extends CodecTests {

  @Test
  void encode_stream_staysOpen() throws IOException {
    for (Sample<?> sample : samples()) {
      encodeWatched(sample);
    }
  }

  @Test
  void decode_stream_staysOpen() throws IOException {
    for (Sample<?> sample : samples()) {
      decodeWatched(sample);
    }
  }

  @Test
  void decode_oneByteAtATime_isEqual() throws IOException {
    for (Sample<?> sample : samples()) {
      InputStream slow =
          new FilterInputStream(new ByteArrayInputStream(encode(sample))) {
            @Override
            public int read(byte[] bytes, int start, int length) throws IOException {
              return super.read(bytes, start, Math.min(length, 1));
            }
          };
      assertSame(sample, codecOf(sample).decode(slow));
    }
  }

  @Test
  void decode_moreThanTheValue_isRefused() throws IOException {
    for (Sample<?> sample : samples()) {
      byte[] bytes = encode(sample);
      assertRefused(sample, Arrays.copyOf(bytes, bytes.length + 1));
      if (subject().isSelfDelimiting()) {
        byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
        System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
        assertRefused(sample, twice);
      }
    }
  }

  @Test
  void encode_streamFails_throwsAnIoException() {
    for (Sample<?> sample : samples()) {
      encodeIntoFailure(sample);
    }
  }

  @Test
  void decode_streamFails_throwsAnIoException() throws IOException {
    for (Sample<?> sample : samples()) {
      byte[] bytes = encode(sample);
      InputStream failing =
          new FilterInputStream(new ByteArrayInputStream(bytes, 0, bytes.length / 2)) {
            @Override
            public int read() throws IOException {
              return failAtTheEnd(super.read());
            }

            @Override
            public int read(byte[] to, int start, int length) throws IOException {
              return length == 0 ? 0 : failAtTheEnd(super.read(to, start, length));
            }
          };
      assertThatThrownBy(() -> codecOf(sample).decode(failing))
          .as(sample.name())
          .isInstanceOf(IOException.class);
    }
  }

  private static int failAtTheEnd(int read) throws IOException {
    if (read < 0) {
      throw new IOException("on purpose");
    }
    return read;
  }

  private <T> void assertRefused(Sample<T> sample, byte[] bytes) {
    Codec<T> codec = codecOf(sample);
    assertThatThrownBy(() -> decode(codec, bytes))
        .as("%s with more after it", sample)
        .isInstanceOf(IOException.class);
  }

  private <T> void encodeWatched(Sample<T> sample) throws IOException {
    boolean[] closed = new boolean[1];
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    codecOf(sample).encode(sample.value(), out);
    assertThat(closed[0]).as("%s: closed", sample).isFalse();
  }

  private <T> void decodeWatched(Sample<T> sample) throws IOException {
    boolean[] closed = new boolean[1];
    InputStream in =
        new ByteArrayInputStream(encode(sample)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    codecOf(sample).decode(in);
    assertThat(closed[0]).as("%s: closed", sample).isFalse();
  }

  private <T> void encodeIntoFailure(Sample<T> sample) {
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int each) throws IOException {
            throw new IOException("on purpose");
          }
        };
    assertThatThrownBy(() -> codecOf(sample).encode(sample.value(), failing))
        .as(sample.name())
        .isInstanceOf(IOException.class);
  }
}
