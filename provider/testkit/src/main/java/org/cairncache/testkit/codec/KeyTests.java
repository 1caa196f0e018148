package org.cairncache.testkit.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import org.cairncache.spi.Codec;
import org.junit.jupiter.api.Test;

/** Equal keys encode equally, where a codec may serve keys. */
abstract class KeyTests extends CodecTests {

  @Test
  void encode_equalKeys_areTheSameBytes() throws IOException {
    assumeFalse(subject().keys().isEmpty(), "this codec does not serve keys");
    for (EqualKeys<?> keys : subject().keys()) {
      assertEncodedEqually(keys);
    }
  }

  private <T> void assertEncodedEqually(EqualKeys<T> keys) throws IOException {
    Codec<T> codec = codecOf(keys.type(), Contexts.LARGE);
    byte[] bytes = encode(codec, keys.one());
    assertThat(encode(codec, keys.other())).as(keys.toString()).isEqualTo(bytes);
    assertThat(encode(codecOf(keys.type(), Contexts.LARGE), keys.one())).isEqualTo(bytes);
  }
}
