package org.cairncache.testkit.codec;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** An entry is at most as long as the cache allows. */
abstract class LimitTests extends CodecTests {

  @Test
  void decode_asLongAsAllowed_isEqual() throws IOException {
    exactly(subject().large());
  }

  @Test
  void decode_oneByteLongerThanAllowed_isRefused() throws IOException {
    shorterBy(subject().large(), 1);
    for (Sample<?> sample : samples()) {
      shorterBy(sample, 1);
    }
  }

  @Test
  void decode_tenTimesAsLongAsAllowed_isRefusedWithoutReadingItAll() throws IOException {
    Sample<?> large = subject().large();
    shorterBy(large, encode(large).length * 9 / 10);
  }

  private <T> void exactly(Sample<T> sample) throws IOException {
    byte[] bytes = encode(sample);
    assertSame(sample, decode(codecOf(sample.type(), bytes.length), bytes));
  }

  private <T> void shorterBy(Sample<T> sample, int less) throws IOException {
    byte[] bytes = encode(sample);
    if (bytes.length > less) {
      int maximum = bytes.length - less;
      new Decoding<>(sample.type(), codecOf(sample.type(), maximum), maximum)
          .refuse(sample.name(), bytes);
    }
  }
}
