package org.cairncache.spi.encoded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedOutputTest {
  private final BoundedOutput out = new BoundedOutput(2_000);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 511, 512, 1_999, 2_000})
  void write_inPiecesOfAnyLength_keepsAll(int first) throws IOException {
    byte[] all = bytes(2_000);
    out.write(all, 0, first);
    for (int i = first; i < all.length; i++) {
      out.write(all[i]);
    }
    assertThat(out.stream().readAllBytes()).isEqualTo(all);
  }

  @Test
  void give_first_isNotCopied() throws IOException {
    byte[] all = bytes(100);
    out.give(all);
    assertThat(out.written().array()).isSameAs(all);
    assertThat(out.written().length()).isEqualTo(100);
  }

  @Test
  void give_thenWrite_leavesWhatWasGivenAsItIs() throws IOException {
    byte[] given = bytes(100);
    out.give(given);
    out.write(5);
    assertThat(out.stream().readAllBytes()).hasSize(101).startsWith(given).endsWith(5);
    assertThat(given).isEqualTo(bytes(100));
  }

  @Test
  void give_afterAnother_isAppended() throws IOException {
    out.write(7);
    out.give(bytes(3));
    assertThat(out.stream().readAllBytes()).containsExactly(7, 0, 1, 2);
  }

  @Test
  void give_tooLong_isRefusedByName() {
    assertThatThrownBy(() -> out.give(bytes(2_001)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("maximum-entry-size");
    assertThat(out.written().length()).isZero();
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }
}
