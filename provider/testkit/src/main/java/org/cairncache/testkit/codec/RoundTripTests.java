package org.cairncache.testkit.codec;

import java.io.IOException;
import org.cairncache.spi.Codec;
import org.junit.jupiter.api.Test;

/** What was encoded comes back. */
abstract class RoundTripTests extends CodecTests {

  @Test
  void decode_whatWasEncoded_isEqual() throws IOException {
    for (Sample<?> sample : samples()) {
      roundTrip(sample);
    }
  }

  @Test
  void decode_manyByOneCodec_areEqual() throws IOException {
    for (Sample<?> sample : samples()) {
      manyTimes(sample);
    }
  }

  @Test
  void decode_tenMegabytes_isEqual() throws IOException {
    roundTrip(subject().large());
  }

  private <T> void roundTrip(Sample<T> sample) throws IOException {
    byte[] bytes = encode(sample);
    assertSame(sample, decode(codecOf(sample), bytes));
  }

  private <T> void manyTimes(Sample<T> sample) throws IOException {
    Codec<T> codec = codecOf(sample);
    for (int i = 0; i < 3; i++) {
      assertSame(sample, decode(codec, encode(codec, sample.value())));
    }
  }
}
