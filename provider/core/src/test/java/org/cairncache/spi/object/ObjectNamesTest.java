package org.cairncache.spi.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairncache.spi.encoded.EncodedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No key or cache chooses where its object lies, and no two share one. */
final class ObjectNamesTest {
  private final ObjectNames names = new ObjectNames("app", "users");

  static Stream<String> hostile() {
    return Stream.of(
        "",
        ".",
        "..",
        "../../etc",
        "a/b",
        "/",
        "//",
        "\\",
        "\0",
        "a\u0001b",
        "!",
        "!2F",
        "!_",
        "%2F",
        "?a=b#c",
        "&<>\"'",
        " ",
        "+",
        "ü",
        "漢字",
        "😀",
        "K",
        "k",
        "x".repeat(10_000),
        "/".repeat(300),
        "é".repeat(200));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void of_hostileText_isShortAndOneSegment(String text) {
    String name = names.of(text);
    assertThat(name).startsWith("app/users/").matches("[\\w!.-]+/[\\w!.-]+/[\\w!-][\\w!.-]*");
    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1_024);
    assertThat(names.textOf(name)).isIn(text, null);
    if (!text.isEmpty() && text.length() < 80) {
      assertThat(names.textOf(name)).isEqualTo(text);
    }
  }

  @Test
  void of_longestOfAll_isWithinWhatServicesAllow() {
    ObjectNames longest =
        new ObjectNames("p".repeat(ObjectLocation.LONGEST_PREFIX), "c".repeat(999));
    for (int length = 1; length < 400; length++) {
      assertThat(longest.of("k".repeat(length))).hasSizeLessThanOrEqualTo(1_024);
    }
  }

  @Test
  void of_hostileTexts_areDifferent() {
    List<String> texts = hostile().toList();
    Set<String> all = new HashSet<>();
    texts.forEach(text -> all.add(names.of(text)));
    texts.forEach(cache -> all.add(new ObjectNames("app", cache).base()));
    assertThat(all).hasSize(2 * texts.size());
  }

  @Property
  void of_anyTwoTexts_areEqualOnlyIfTheTextsAre(@ForAll String one, @ForAll String other) {
    byte[] first = one.getBytes(StandardCharsets.UTF_8);
    byte[] second = other.getBytes(StandardCharsets.UTF_8);
    assertThat(names.of(one).equals(names.of(other))).isEqualTo(Arrays.equals(first, second));
  }

  @Test
  void textOf_whatSomebodyElsePutThere_isNone() {
    for (String foreign : List.of("a/b", "!2f", "!41", "!", "!G0", "a b", ".a", "é")) {
      assertThat(names.textOf(names.base() + foreign)).as(foreign).isNull();
    }
  }

  @Test
  void isReserved_headerAndLeases_areAndNoOther() {
    assertThat(names.isReserved(names.of(EncodedStore.HEADER_KEY))).isTrue();
    assertThat(names.isReserved(names.of(EncodedStore.LEASE_PREFIX + "k"))).isTrue();
    assertThat(names.isReserved(names.of(EncodedStore.LEASE_PREFIX + "k".repeat(999)))).isTrue();
    assertThat(names.isReserved(names.of("k"))).isFalse();
    assertThat(names.isReserved(names.of("cairn"))).isFalse();
  }
}
