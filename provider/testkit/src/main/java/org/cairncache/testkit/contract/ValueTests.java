package org.cairncache.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreObserver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values come back as they were put, whatever they are. */
abstract class ValueTests extends StoreTests {
  private static final int BIG_BYTES = 4 * 1024 * 1024;

  static Stream<String> texts() {
    return Stream.of("", " ", "\0", "\r\n", "größe", "\uD83D\uDE00", "{\"a\":1}", "%s%n", "null");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void put_oddText_isReadAsItIs(String text) {
    Store<String, String> store = open();
    store.put("a", text, LASTING);
    assertValue(store, "a", text);
    assertThat(present(store.getAll(Set.of("a")).get("a")).value()).isEqualTo(text);
  }

  @Test
  void put_bytes_areReadAsTheyAre() {
    Store<String, byte[]> store = open(byte[].class);
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    for (byte[] value : List.of(new byte[0], new byte[1], all)) {
      store.put("a", value, LASTING);
      assertThat(latest(store, "a").value()).containsExactly(value);
    }
    store.clear();
  }

  @Test
  void put_bigValue_isReadWhole() {
    Store<String, byte[]> store = open(byte[].class);
    byte[] big = new byte[BIG_BYTES];
    new Random(1).nextBytes(big); // nothing that could be compressed away
    store.put("a", big, LASTING);
    store.put("b", new byte[BIG_BYTES], LASTING);
    assertThat(latest(store, "a").value()).isEqualTo(big);
    assertThat(present(store.getAll(Set.of("a")).get("a")).value()).isEqualTo(big);
    big[0]++;
    present(store.replace("a", latest(store, "a"), big.clone(), LASTING, Attributes.NONE));
    assertThat(latest(store, "a").value()).isEqualTo(big);
    assertThat(latest(store, "b").value()).hasSize(BIG_BYTES).containsOnly(0);
    store.clear();
  }

  @Test
  void put_nestedCollections_areReadEqual() {
    Store<String, Object> store = open(Object.class);
    Object value = Map.of("list", List.of(1, 2L, "3"), "number", 1.5);
    store.put("a", value, LASTING);
    assertThat(latest(store, "a").value()).isEqualTo(value);
    store.clear();
  }

  private <V> Store<String, V> open(Class<V> valueType) {
    return openAs(StoreObserver.NONE).open(cacheName(), String.class, valueType);
  }
}
