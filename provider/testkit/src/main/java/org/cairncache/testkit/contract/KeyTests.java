package org.cairncache.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreObserver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that are equal have one entry, and keys that are not have one each, whatever they are. */
abstract class KeyTests extends StoreTests {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          ".",
          "..",
          "../..",
          "/",
          "//",
          "\\",
          "C:\\nul",
          "con",
          "a/b",
          "a/b/",
          "a:b",
          "a::b",
          "{a}",
          "{a}b",
          "{}",
          "*",
          "?",
          "[a]",
          "a?b",
          "a*b",
          "%2F",
          "%",
          "+",
          "a b",
          "\0",
          "a\0b",
          "\r\n",
          "\t",
          "\"",
          "'",
          "`",
          "$(a)",
          "<a>",
          "&amp;",
          "~",
          ".a",
          "a.",
          "A",
          "a",
          "aA",
          "Aa",
          "BB",
          "é",
          "e\u0301",
          "ß",
          "SS",
          "İ",
          "\uD83D\uDE00",
          "\u202E",
          "\uFFFF",
          "\uD800",
          "null",
          "true",
          "1",
          "-1",
          "01",
          "1.0");

  private static final List<Object> TYPES =
      List.of(
          "1",
          1,
          1L,
          (short) 1,
          (byte) 1,
          1.0,
          1.0f,
          '1',
          true,
          "true",
          TimeUnit.SECONDS,
          "SECONDS",
          new UUID(0, 1),
          new UUID(0, 1).toString(),
          LocalDate.EPOCH,
          LocalDate.EPOCH.toString(),
          List.of(1),
          List.of("1"),
          List.of(1L));

  static Stream<String> longTexts() {
    return Stream.of("x".repeat(255), "x".repeat(10_240), "ü".repeat(10_240), "/".repeat(1_025));
  }

  @Test
  void put_oddKeys_haveAnEntryEach() {
    assertOneEach(open(), TEXTS);
  }

  @Test
  void put_keysOfManyTypes_haveAnEntryEach() {
    assertOneEach(openAs(StoreObserver.NONE).open(cacheName(), Object.class, String.class), TYPES);
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void put_longKeys_haveAnEntryEach(String text) {
    assertOneEach(open(), List.of(text, text + "y", text + "z", "y" + text));
  }

  /** Their hash codes are all the same. */
  @Test
  void put_keysOfEqualHash_haveAnEntryEach() {
    List<String> keys =
        IntStream.range(0, 64)
            .mapToObj(i -> Integer.toBinaryString(64 + i).replace("0", "Aa").replace("1", "BB"))
            .toList();
    assertOneEach(open(), keys);
  }

  private static <K> void assertOneEach(Store<K, String> store, List<? extends K> keys) {
    for (int i = 0; i < keys.size(); i++) {
      assertThat(store.getLatest(keys.get(i))).as("%s, before", keys.get(i)).isNull();
      store.put(keys.get(i), "value " + i, LASTING);
    }
    for (int i = 0; i < keys.size(); i++) {
      assertThat(latest(store, keys.get(i)).value()).as("%s", keys.get(i)).isEqualTo("value " + i);
    }
    assertThat(keysOf(store)).containsExactlyInAnyOrderElementsOf(keys);
    for (int i = 0; i < keys.size(); i += 2) {
      assertThat(store.remove(keys.get(i))).as("%s", keys.get(i)).isTrue();
    }
    for (int i = 0; i < keys.size(); i++) {
      assertThat(store.getLatest(keys.get(i)) == null).as("%s", keys.get(i)).isEqualTo(i % 2 == 0);
    }
    store.clear();
  }
}
