package org.cairncache.testkit.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.cairncache.spi.Codec;
import org.junit.jupiter.api.Test;

/** What a codec must not take is refused by name, with what to do about it. */
abstract class RefusalTests extends CodecTests {

  @Test
  void encode_whatIsNotAllowed_namesTheClassAndTheWayOut() {
    for (Refusal refusal : subject().refusals()) {
      assertThatThrownBy(() -> createAndEncode(refusal.sample()))
          .as(refusal.sample().name())
          .isInstanceOfAny(IOException.class, IllegalArgumentException.class)
          .hasMessageContaining(refusal.named().getName())
          .hasMessageContaining(refusal.hint());
    }
  }

  @Test
  void decode_whatIsNotAllowed_namesTheWayOut() throws IOException {
    for (Refusal refusal : subject().refusals()) {
      if (!refusal.allowedBy().isEmpty()) {
        byte[] bytes = encodeAllowing(refusal.sample(), refusal.allowedBy());
        assertThatThrownBy(() -> createAndDecode(refusal.sample(), bytes))
            .as(refusal.sample().name())
            .isInstanceOfAny(IOException.class, IllegalArgumentException.class)
            .hasMessageContaining(refusal.hint());
      }
    }
  }

  @Test
  void decode_whatIsAllowed_isEqual() throws IOException {
    for (Refusal refusal : subject().refusals()) {
      if (!refusal.allowedBy().isEmpty()) {
        roundTripAllowing(refusal.sample(), refusal.allowedBy());
      }
    }
  }

  @Test
  void refusal_ofTheClassOfWhatIsEncoded_isEmpty() {
    for (Sample<?> sample : samples()) {
      assertThat(codecOf(sample).refusal(sample.value().getClass())).as(sample.name()).isEmpty();
    }
  }

  @Test
  void refusal_ofWhatIsNotAllowed_namesTheClassAndTheWayOut() {
    for (Refusal refusal : subject().refusals()) {
      refusalOf(refusal.sample())
          .ifPresent(
              said ->
                  assertThat(said)
                      .as(refusal.sample().name())
                      .contains(refusal.named().getName(), refusal.hint()));
    }
  }

  // What makes no codec has refused already.
  private Optional<String> refusalOf(Sample<?> sample) {
    try {
      return codecOf(sample).refusal(sample.value().getClass());
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  private <T> void createAndEncode(Sample<T> sample) throws IOException {
    encode(codecOf(sample), sample.value());
  }

  private void createAndDecode(Sample<?> sample, byte[] bytes) throws IOException {
    decode(codecOf(sample), bytes);
  }

  private <T> byte[] encodeAllowing(Sample<T> sample, String pattern) throws IOException {
    return encode(codecOf(sample.type(), Contexts.LARGE, pattern), sample.value());
  }

  private <T> void roundTripAllowing(Sample<T> sample, String pattern) throws IOException {
    Codec<T> codec = codecOf(sample.type(), Contexts.LARGE, pattern);
    assertThat(decode(codec, encode(codec, sample.value()))).hasSameClassAs(sample.value());
  }
}
