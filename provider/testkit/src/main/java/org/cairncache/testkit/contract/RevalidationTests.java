package org.cairncache.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.Test;

/** Whoever knows an entry hears that it is there still, or what is there in its place. */
abstract class RevalidationTests extends StoreTests {

  @Test
  void revalidate_entryIsThereStill_isTheVerySame() {
    Store<String, String> store = open();
    for (Lifetime lifetime : List.of(LASTING, Lifetime.until(FAR_MILLIS), Lifetime.ETERNAL)) {
      Stored<String> put = store.put("a", "1", lifetime);
      for (Stored<String> known : List.of(put, latest(store, "a"), present(store.get("a")))) {
        assertThat(store.revalidate("a", known)).isSameAs(known);
        assertThat(store.revalidate("a", known)).isSameAs(known);
      }
    }
  }

  @Test
  void revalidate_equalValueWrittenAgain_isAnotherEntry() {
    Store<String, String> store = open();
    Stored<String> known = store.put("a", "1", LASTING);
    Stored<String> next = store.put("a", "1", LASTING);
    Stored<String> found = present(store.revalidate("a", known));
    assertThat(found.value()).isEqualTo("1");
    assertThat(found.isSameEntry(known)).isFalse();
    assertThat(found.isSameEntry(next)).isTrue();
    assertThat(store.revalidate("a", found)).isSameAs(found);
  }

  @Test
  void revalidate_entryIsReplaced_isWhatIsThere() {
    Store<String, String> store = open();
    Stored<String> known = store.put("a", "1", LASTING);
    present(replace(store, "a", known, "2"));
    Stored<String> found = present(store.revalidate("a", known));
    assertThat(found.value()).isEqualTo("2");
    assertThat(found.isSameEntry(latest(store, "a"))).isTrue();
    present(replace(store, "a", found, "3"));
  }

  @Test
  void revalidate_entryIsRemovedAndPutBack_isNothingAndThenAnotherEntry() {
    Store<String, String> store = open();
    Stored<String> known = store.put("a", "1", LASTING);
    assertThat(store.remove("a", known)).isTrue();
    assertThat(store.revalidate("a", known)).isNull();
    store.put("a", "1", LASTING);
    Stored<String> found = present(store.revalidate("a", known));
    assertThat(found.value()).isEqualTo("1");
    assertThat(found.isSameEntry(known)).isFalse();
    store.clear();
    assertThat(store.revalidate("a", found)).isNull();
  }

  /** A store that is not asked for the deadline need not see that it moved. */
  @Test
  void revalidate_afterATouch_isTheSameEntry() {
    Store<String, String> store = open();
    store.put("a", "1", LASTING);
    Stored<String> known = latest(store, "a");
    assertThat(store.touch("a", latest(store, "a"), FAR_MILLIS)).isTrue();
    Stored<String> found = present(store.revalidate("a", known));
    assertThat(found.isSameEntry(known)).isTrue();
    assertThat(found.value()).isEqualTo("1");
    if (found != known) {
      assertThat(found.expiresAtMillis()).isEqualTo(FAR_MILLIS);
      assertThat(store.revalidate("a", found)).isSameAs(found);
    }
    present(replace(store, "a", found, "2"));
  }

  @Test
  void revalidate_writtenByAnotherProcess_isWhatIsThere() {
    assumeTrue(subject().factory().traits().shared(), "nobody else sees this store");
    Store<String, String> store = open();
    Store<String, String> other = open();
    Stored<String> known = store.put("a", "1", LASTING);
    assertThat(latest(other, "a").isSameEntry(known)).isTrue();
    other.put("a", "2", LASTING);
    Stored<String> found = present(store.revalidate("a", known));
    assertThat(found.value()).isEqualTo("2");
    Stored<String> theirs = latest(other, "a");
    assertThat(other.revalidate("a", theirs)).isSameAs(theirs);
    assertThat(theirs.isSameEntry(found)).isTrue();
    other.remove("a");
    assertThat(store.revalidate("a", found)).isNull();
  }
}
