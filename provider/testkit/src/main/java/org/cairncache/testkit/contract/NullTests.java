package org.cairncache.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.Set;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That a value is null can be said, in an entry with a token as every other. */
abstract class NullTests extends StoreTests {
  private static final Lifetime FRESH = new Lifetime(1, FAR_MILLIS - 1, FAR_MILLIS);
  private static final Attributes ATTRIBUTES = new Attributes(7, Map.of("tag", 3L));

  @Test
  void replaceByNull_nothingExpected_isThereWithoutValue() {
    Store<String, String> store = openKeepingNulls();
    assertNull(present(byNull(store, null)));
    assertNull(latest(store, "a"));
    assertNull(present(store.get("a")));
    assertNull(present(store.getAll(Set.of("a", "b")).get("a")));
    assertThat(keysOf(store)).containsExactly("a");
  }

  @Test
  void replaceByNull_whereAnEntryIs_comparesAsReplaceDoes() {
    Store<String, String> store = openKeepingNulls();
    Stored<String> stale = store.put("a", "1", LASTING);
    Stored<String> current = store.put("a", "2", LASTING);
    assertThat(byNull(store, null)).isNull();
    assertThat(byNull(store, stale)).isNull();
    assertValue(store, "a", "2");
    assertNull(present(byNull(store, current)));
    assertNull(latest(store, "a"));
  }

  @Test
  void replaceAndRemoveAndTouch_ofNull_goByItsToken() {
    Store<String, String> store = openKeepingNulls();
    Stored<String> first = present(byNull(store, null));
    assertThat(create(store, "a", "1")).isNull();
    Stored<String> second = present(byNull(store, latest(store, "a")));
    assertThat(replace(store, "a", first, "2")).isNull();
    assertThat(store.remove("a", first)).isFalse();
    assertThat(store.touch("a", second, FAR_MILLIS + 1)).isTrue();
    assertThat(latest(store, "a").expiresAtMillis()).isEqualTo(FAR_MILLIS + 1);
    assertThat(latest(store, "a").isNull()).isTrue();
    present(replace(store, "a", second, "3"));
    assertValue(store, "a", "3");
    present(byNull(store, latest(store, "a")));
    assertThat(store.remove("a", latest(store, "a"))).isTrue();
    assertAbsent(store, "a");
  }

  @Test
  void replaceByNull_seenByAnotherProcess_isNull() {
    assumeTrue(subject().medium() != null, "nobody else sees this store");
    Store<String, String> store = openKeepingNulls();
    present(byNull(store, null));
    Store<String, String> other = open();
    assertNull(latest(other, "a"));
    present(replace(other, "a", latest(other, "a"), "1"));
    assertThat(latest(store, "a").value()).isEqualTo("1");
  }

  @Test
  void revalidate_ofNull_isTheVerySameUntilItIsAnother() {
    Store<String, String> store = openKeepingNulls();
    present(byNull(store, null));
    Stored<String> known = latest(store, "a");
    assertThat(store.revalidate("a", known)).isSameAs(known);
    present(byNull(store, known));
    Stored<String> next = present(store.revalidate("a", known));
    assertNull(next);
    assertThat(next.isSameEntry(known)).isFalse();
    present(replace(store, "a", next, "1"));
    assertThat(present(store.revalidate("a", next)).value()).isEqualTo("1");
  }

  @Test
  void restoreNull_isGoodAsTheOriginal() {
    assumeTrue(subject().medium() != null, "the tokens of this store are objects on the heap");
    Store<String, String> store = openKeepingNulls();
    byte[] token = present(byNull(store, null)).token();
    Stored<String> restored =
        store.restoreNull(FRESH, ATTRIBUTES, token == null ? new byte[0] : token);
    assertNull(restored);
    assertThat(restored.isSameEntry(latest(store, "a"))).isTrue();
    present(replace(store, "a", restored, "1"));
    assertValue(store, "a", "1");
  }

  private Store<String, String> openKeepingNulls() {
    Store<String, String> store = open();
    try {
      Stored<String> probe = store.replaceByNull("a", null, FRESH, Attributes.NONE);
      assertThat(store.remove("a", present(probe))).isTrue();
    } catch (UnsupportedOperationException none) {
      // The SPI leaves it to the store, and cached functions say so to who has one without.
      assumeTrue(false, "this store keeps no nulls");
    }
    return store;
  }

  private static @Nullable Stored<String> byNull(
      Store<String, String> store, @Nullable Stored<String> expected) {
    return store.replaceByNull("a", expected, FRESH, ATTRIBUTES);
  }

  private static void assertNull(Stored<String> stored) {
    assertThat(stored.isNull()).isTrue();
    assertThat(stored.isReadable()).isFalse();
    assertThat(stored.writtenAtMillis()).isEqualTo(1);
    assertThat(stored.freshUntilMillis()).isEqualTo(FAR_MILLIS - 1);
    assertThat(stored.expiresAtMillis()).isEqualTo(FAR_MILLIS);
    assertThat(stored.attributes()).isEqualTo(ATTRIBUTES);
  }
}
