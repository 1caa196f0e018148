package org.cairncache.spi.encoded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that no key is written as, which whoever writes to a store may leave there. */
class HostileKeyTextTest {
  private static final int ROUNDS = Boolean.getBoolean("nightly") ? 5_000_000 : 10_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "~",
        "~:",
        "~x:",
        "~list:1",
        "~list:2147483647:a",
        "~list:-1:a",
        "~list:-2147483648:a",
        "~list:99999999999:a",
        "~list:+1:a",
        "~list:01:a",
        "~int:+5",
        "~int:05",
        "~boolean:yes",
        "~uuid:1-1-1-1-1",
        "~double:1.0",
        "~double:nan",
        "~text:a",
        "~utf16:0",
        "~utf16:0061",
        "~utf16:+fff",
        "~set:1:b1:a",
        "~set:1:a1:a",
        "~map:1:a",
        "~map:6:1:a1:b1:c",
        "~null:",
        "~optional:6:~null:",
        "~optional:1:a1:b",
        "~enum:java.lang.Thread$State:NEW",
        "~enum:java.time.DayOfWeek:X",
        "~enum:java.lang.String:X",
        "~record:java.lang.String:",
        "~record:org.cairncache.spi.encoded.KeyTextTest$Positive:6:~int:0",
        "~record:org.cairncache.spi.encoded.keytexttest$positive:6:~int:1",
        "~record:org.cairncache.spi.encoded.KeyTextTest$Positive:",
        "~key:",
        "~key:!",
        "~key:AAAA",
        "~decimal:1E1000000000000",
        "~zone:No/Where",
        "~uri:HTTP://a",
        "~yearmonth:+12345-01-02"
      })
  void parse_whatNoKeyIsWrittenAs_isRefused(String text) {
    assertThatThrownBy(() -> KeyTextTest.KEYS.parse(text)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"~integer:", "~decimal:", "~decimal:0.", "~list:", "~int:"})
  void parse_aMillionDigits_isRefusedAtOnce(String start) {
    String text = start + "9".repeat(1_000_000);

    assertTimeoutPreemptively(
        Duration.ofMillis(500),
        () ->
            assertThatThrownBy(() -> KeyTextTest.KEYS.parse(text)).isInstanceOf(IOException.class));
  }

  @Test
  void parse_nestedTooDeep_isRefused() {
    String text = "a";
    for (int i = 0; i < 1_000; i++) {
      text = "~list:" + text.length() + ":" + text;
    }
    String nested = text;

    assertThatThrownBy(() -> KeyTextTest.KEYS.parse(nested)).isInstanceOf(IOException.class);
  }

  @Test
  void parse_randomDamage_isAKeyOfThatTextOrAnIOException() {
    Random random = new Random(12);
    List<String> texts =
        KeyTextTest.special()
            .map(KeyTextTest.KEYS::of)
            .filter(text -> text.length() < 500)
            .toList();
    String signs = "~:0123456789-+aE.";
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
      for (int damage = random.nextInt(3); damage >= 0 && text.length() > 0; damage--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
          default -> text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
        }
      }
      parseOrRefuse(text.toString());
    }
  }

  private static void parseOrRefuse(String text) {
    try {
      Object key = KeyTextTest.KEYS.parse(text);
      if (!text.startsWith("~key:")) {
        assertThat(KeyTextTest.KEYS.of(key)).isEqualTo(text);
      }
    } catch (IOException refused) {
      assertThat(text).startsWith("~");
    }
  }
}
