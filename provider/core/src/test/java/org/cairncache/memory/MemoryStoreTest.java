package org.cairncache.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Stored;
import org.cairncache.spi.TestContext;
import org.junit.jupiter.api.Test;

class MemoryStoreTest {
  private static final Attributes ATTRIBUTES = new Attributes(1, Map.of("tag", 2L));

  private final Store<String, String> store =
      new MemoryStoreFactory().open(new TestContext<>(Settings.NONE, StoreObserver.NONE));

  @Test
  void get_returnsTheEntryThatWasPut() {
    Stored<String> put = store.put("k", "v", Lifetime.until(5));

    assertThat(store.get("k")).isSameAs(put);
    assertThat(store.getLatest("k")).isSameAs(put);
    assertThat(store.get("absent")).isNull();
    assertThat(store.getLatest("absent")).isNull();
  }

  @Test
  void get_entryPastItsDeadline_isStillThere() {
    store.put("k", "v", Lifetime.until(1));

    assertThat(store.get("k").isExpiredAt(2)).isTrue();
  }

  @Test
  void replace_nullExpected_winsOnlyWhereNothingIs() {
    Stored<String> first = replace(null, "first");

    assertThat(first).isNotNull();
    assertThat(replace(null, "second")).isNull();
    assertThat(store.get("k").isSameEntry(first)).isTrue();
  }

  @Test
  void replace_nullExpectedOverExpiredEntry_conflicts() {
    store.put("k", "v", Lifetime.until(1));

    assertThat(replace(null, "second")).isNull();
  }

  @Test
  void replace_currentEntry_returnsTheNextToken() {
    Stored<String> first = replace(null, "first");
    Stored<String> second = replace(first, "second");

    assertThat(store.get("k").isSameEntry(second)).isTrue();
    assertThat(second.value()).isEqualTo("second");
    assertThat(replace(second, "third")).isNotNull();
  }

  @Test
  void replace_staleEntry_conflicts() {
    Stored<String> stale = replace(null, "first");
    Stored<String> current = replace(stale, "second");

    assertThat(replace(stale, "third")).isNull();
    assertThat(store.get("k").isSameEntry(current)).isTrue();
  }

  @Test
  void replace_theSameValuePutAgain_conflicts() {
    Stored<String> stale = store.put("k", "v", Lifetime.until(5));
    store.put("k", "w", Lifetime.until(5));
    store.put("k", "v", Lifetime.until(5));

    assertThat(replace(stale, "x")).isNull();
    assertThat(store.remove("k", stale)).isFalse();
    assertThat(store.get("k").value()).isEqualTo("v");
  }

  @Test
  void replace_equalEternalValuePutAgain_conflicts() {
    Stored<String> stale = store.put("k", "v", Lifetime.ETERNAL);
    store.put("k", new String("v"), Lifetime.ETERNAL);

    assertThat(stale.isSameEntry(store.get("k"))).isFalse();
    assertThat(replace(stale, "x")).isNull();
    assertThat(store.remove("k", stale)).isFalse();
    assertThat(store.get("k").value()).isEqualTo("v");
  }

  /** All there is to an eternal entry is its value: which object that is, is its token. */
  @Test
  void replace_theSameEternalValuePutAgain_isDone() {
    Stored<String> stale = store.put("k", "v", Lifetime.ETERNAL);
    store.put("k", "w", Lifetime.ETERNAL);
    store.put("k", "v", Lifetime.ETERNAL);

    assertThat(stale.isSameEntry(store.get("k"))).isTrue();
    assertThat(replace(stale, "x")).isNotNull();
  }

  @Test
  void replace_byTheValueThatAnotherHasSetMeanwhile_conflicts() {
    Stored<String> stale = store.put("k", "v", Lifetime.ETERNAL);
    store.put("k", "x", Lifetime.ETERNAL);

    assertThat(replace(stale, "x")).isNull();
  }

  @Test
  void replace_eternalValueThatIsAnEntryItself_keepsThemApart() {
    Store<String, Object> entries =
        new MemoryStoreFactory().open(new TestContext<>(Settings.NONE, StoreObserver.NONE));
    Stored<String> value = store.put("k", "v", Lifetime.until(5));

    Stored<Object> entry = entries.put("k", value, Lifetime.ETERNAL);

    assertThat(entries.get("k").value()).isSameAs(value);
    assertThat(entries.getValue("k", (key, found) -> found.value())).isSameAs(value);
    assertThat(entries.remove("k", entry)).isTrue();
  }

  @Test
  void getValue_eternalEntry_looksAtNothing_anyOther_isLookedAt() {
    store.put("eternal", "v", Lifetime.ETERNAL);
    assertThat(store.getValue("eternal", (key, entry) -> "looked")).isEqualTo("v");

    store.put("ends", "v", Lifetime.until(5));

    assertThat(store.getValue("ends", (key, entry) -> key + entry.expiresAtMillis()))
        .isEqualTo("ends5");
    assertThat(store.getValue("eternal", (key, entry) -> "looked")).isEqualTo("v");
    assertThat(store.getValue("absent", (key, entry) -> "looked")).isNull();
  }

  @Test
  void replace_entryRemovedMeanwhile_conflicts() {
    Stored<String> gone = store.put("k", "v", Lifetime.ETERNAL);
    store.remove("k");

    assertThat(replace(gone, "x")).isNull();
    assertThat(store.get("k")).isNull();
  }

  @Test
  void replace_entryOfAnotherKey_conflicts() {
    store.put("k", "v", Lifetime.ETERNAL);
    Stored<String> other = store.put("other", "w", Lifetime.ETERNAL);

    assertThat(replace(other, "x")).isNull();
  }

  @Test
  void remove_currentEntry_isTrueOnce() {
    Stored<String> entry = store.put("k", "v", Lifetime.ETERNAL);

    assertThat(store.remove("k", entry)).isTrue();
    assertThat(store.remove("k", entry)).isFalse();
    assertThat(store.get("k")).isNull();
  }

  @Test
  void remove_staleEntry_conflicts() {
    Stored<String> stale = store.put("k", "v", Lifetime.ETERNAL);
    Stored<String> current = store.put("k", "w", Lifetime.ETERNAL);

    assertThat(store.remove("k", stale)).isFalse();
    assertThat(store.get("k").isSameEntry(current)).isTrue();
  }

  @Test
  void removeKey_saysWhetherThereWasOneEvenPastItsDeadline() {
    store.put("k", "v", Lifetime.until(1));

    assertThat(store.remove("k")).isTrue();
    assertThat(store.remove("k")).isFalse();
  }

  @Test
  void touch_movesTheDeadlineAndKeepsTokensValid() {
    Stored<String> token = store.put("k", "v", Lifetime.until(10));

    assertThat(store.touch("k", token, 20)).isTrue();
    assertThat(store.get("k")).isSameAs(token);
    assertThat(token.expiresAtMillis()).isEqualTo(20);
    assertThat(replace(token, "next")).isNotNull();
  }

  @Test
  void touch_toEarlierAndToNever_isDone() {
    Stored<String> token = store.put("k", "v", Lifetime.until(10));

    assertThat(store.touch("k", token, 3)).isTrue();
    assertThat(store.get("k").expiresAtMillis()).isEqualTo(3);
    assertThat(store.touch("k", token, Lifetime.NEVER)).isTrue();
    assertThat(store.get("k").expiresAtMillis()).isEqualTo(Lifetime.NEVER);
  }

  @Test
  void touch_staleEntry_conflicts() {
    Stored<String> stale = store.put("k", "v", Lifetime.until(10));
    store.put("k", "w", Lifetime.until(10));

    assertThat(store.touch("k", stale, 20)).isFalse();
    assertThat(store.get("k").expiresAtMillis()).isEqualTo(10);
    assertThat(stale.expiresAtMillis()).as("for those who still read it").isEqualTo(10);
  }

  @Test
  void touch_removedEntry_conflicts() {
    Stored<String> gone = store.put("k", "v", Lifetime.until(10));
    store.remove("k");

    assertThat(store.touch("k", gone, 20)).isFalse();
    assertThat(store.get("k")).isNull();
  }

  @Test
  void touch_entryThatLivesForEverButMayBeTouched_keepsTokensValid() {
    Stored<String> token = store.put("k", "v", Lifetime.until(Lifetime.NEVER));

    assertThat(store.touch("k", token, 20)).isTrue();
    assertThat(store.get("k")).isSameAs(token);
    assertThat(store.remove("k", token)).isTrue();
  }

  @Test
  void touch_eternalEntry_getsADeadlineInANewEntry() {
    Stored<String> token = store.put("k", "v", Lifetime.ETERNAL);

    assertThat(store.touch("k", token, 20)).isTrue();
    assertThat(store.get("k").expiresAtMillis()).isEqualTo(20);
    assertThat(store.get("k").value()).isEqualTo("v");
    assertThat(store.remove("k", token)).isFalse();
    assertThat(expiredKeys(20)).containsExactly("k");
  }

  @Test
  void touch_staleEternalEntry_conflicts() {
    Stored<String> stale = store.put("k", "v", Lifetime.ETERNAL);
    store.put("k", "w", Lifetime.ETERNAL);

    assertThat(store.touch("k", stale, 20)).isFalse();
    assertThat(store.get("k").value()).isEqualTo("w");
  }

  @Test
  void touch_keepsFreshnessAndAttributes() {
    Stored<String> token = store.replace("k", null, "v", new Lifetime(1, 5, 10), ATTRIBUTES);

    assertThat(store.touch("k", token, 20)).isTrue();
    assertThat(store.get("k")).isSameAs(token);
    assertThat(token.expiresAtMillis()).isEqualTo(20);
    assertThat(token.writtenAtMillis()).isEqualTo(1);
    assertThat(token.freshUntilMillis()).isEqualTo(5);
    assertThat(token.attributes()).isEqualTo(ATTRIBUTES);
  }

  @Test
  void keys_changesMeanwhile_areToleratedAndNoKeyComesTwice() {
    for (int i = 0; i < 1_000; i++) {
      store.put("key-" + i, "v", Lifetime.ETERNAL);
    }
    Set<String> seen = new HashSet<>();
    try (Stream<String> keys = store.keys()) {
      Iterator<String> iterator = keys.iterator();
      for (int i = 0; iterator.hasNext(); i++) {
        assertThat(seen.add(iterator.next())).isTrue();
        store.put("new-" + i, "v", Lifetime.ETERNAL);
        store.remove("key-" + (999 - i));
        store.put("key-1", "again", Lifetime.ETERNAL);
      }
    }

    assertThat(seen).contains("key-1").hasSizeGreaterThanOrEqualTo(500);
  }

  @Test
  void keys_includeEntriesPastTheirDeadline() {
    store.put("past", "v", Lifetime.until(1));
    store.put("never", "v", Lifetime.ETERNAL);

    try (Stream<String> keys = store.keys()) {
      assertThat(keys).containsExactlyInAnyOrder("past", "never");
    }
  }

  @Test
  void expiredKeys_areThoseAtOrPastTheirDeadline() {
    store.put("past", "v", Lifetime.until(99));
    store.put("now", "v", Lifetime.until(100));
    store.put("later", "v", Lifetime.until(101));
    store.put("eternal", "v", Lifetime.ETERNAL);
    store.put("never", "v", Lifetime.until(Lifetime.NEVER));

    assertThat(expiredKeys(98)).isEmpty();
    assertThat(expiredKeys(100)).containsExactlyInAnyOrder("past", "now");
  }

  @Test
  void expiredKeys_onlyDeadlineSetByReplace_isFound() {
    store.replace("k", null, "v", Lifetime.until(1), Attributes.NONE);

    assertThat(expiredKeys(1)).containsExactly("k");
  }

  @Test
  void expiredKeys_onlyDeadlineSetByTouch_isFound() {
    Stored<String> touched = store.put("k", "v", Lifetime.until(Lifetime.NEVER));
    store.touch("k", touched, 1);

    assertThat(expiredKeys(1)).containsExactly("k");
  }

  @Test
  void expiredKeys_onlyDeadlineOfAnEntryWithFreshness_isFound() {
    store.replace("k", null, "v", new Lifetime(1, 1, 2), ATTRIBUTES);

    assertThat(expiredKeys(2)).containsExactly("k");
  }

  @Test
  void expiredKeys_removeNothing() {
    store.put("k", "v", Lifetime.until(1));

    assertThat(expiredKeys(2)).containsExactly("k");
    assertThat(store.get("k")).isNotNull();
  }

  @Test
  void clear_removesEverythingAndTheStoreGoesOn() {
    Stored<String> gone = store.put("k", "v", Lifetime.ETERNAL);
    store.put("other", "v", Lifetime.until(5));

    store.clear();

    assertThat(store.getAll(Set.of("k", "other"))).isEmpty();
    assertThat(replace(gone, "x")).isNull();
    assertThat(replace(null, "x")).isNotNull();
  }

  @Test
  void close_letsEntriesGo_andASecondCallDoesNothing() {
    store.put("k", "v", Lifetime.ETERNAL);

    store.close();
    store.close();

    assertThat(store.get("k")).isNull();
  }

  @Test
  void entry_hasNoMoreRoomThanItsLifetimeNeeds() {
    assertThat(shape(Lifetime.ETERNAL, Attributes.NONE)).isEqualTo(BareEntry.class);
    assertThat(shape(Lifetime.until(Lifetime.NEVER), Attributes.NONE))
        .isEqualTo(ExpiringEntry.class);
    assertThat(shape(Lifetime.until(5), Attributes.NONE)).isEqualTo(ExpiringEntry.class);
    assertThat(shape(new Lifetime(1, Lifetime.NEVER, 5), Attributes.NONE))
        .isEqualTo(FreshEntry.class);
    assertThat(shape(new Lifetime(0, 5, 5), Attributes.NONE)).isEqualTo(FreshEntry.class);
    assertThat(shape(Lifetime.ETERNAL, ATTRIBUTES)).isEqualTo(FreshEntry.class);
    assertThat(store.put("k", "v", Lifetime.ETERNAL)).isInstanceOf(BareEntry.class);
  }

  @Test
  void entry_plain_hasNoFreshnessAndNoAttributes() {
    for (Lifetime lifetime : List.of(Lifetime.ETERNAL, Lifetime.until(5))) {
      Stored<String> entry = store.put("k", "v", lifetime);

      assertThat(entry.writtenAtMillis()).isZero();
      assertThat(entry.freshUntilMillis()).isEqualTo(Lifetime.NEVER);
      assertThat(entry.attributes()).isSameAs(Attributes.NONE);
      assertThat(entry.isReadable()).isTrue();
    }
  }

  private Stored<String> replace(Stored<String> expected, String value) {
    return store.replace("k", expected, value, Lifetime.ETERNAL, Attributes.NONE);
  }

  private Class<?> shape(Lifetime lifetime, Attributes attributes) {
    store.clear();
    return store.replace("k", null, "v", lifetime, attributes).getClass();
  }

  private List<String> expiredKeys(long nowMillis) {
    try (Stream<String> keys = store.expiredKeys(nowMillis)) {
      return keys.toList();
    }
  }
}
