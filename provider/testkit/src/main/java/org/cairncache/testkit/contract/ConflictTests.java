package org.cairncache.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.Test;

/** A conditional write happens if what was expected is there, and else nothing happens at all. */
abstract class ConflictTests extends StoreTests {

  @Test
  void replace_nothingExpected_createsOnce() {
    Store<String, String> store = open();
    assertThat(present(create(store, "a", "1")).value()).isEqualTo("1");
    assertThat(create(store, "a", "2")).isNull();
    assertValue(store, "a", "1");
  }

  @Test
  void replace_nothingExpectedAfterRemoval_creates() {
    Store<String, String> store = open();
    create(store, "a", "1");
    store.remove("a");
    present(create(store, "a", "2"));
    assertValue(store, "a", "2");
  }

  @Test
  void replace_tokenOfAnySource_wins() {
    Store<String, String> store = open();
    Stored<String> put = store.put("a", "1", LASTING);
    Stored<String> replaced = present(replace(store, "a", put, "2"));
    present(replace(store, "a", replaced, "3"));
    present(replace(store, "a", present(store.get("a")), "4"));
    present(replace(store, "a", latest(store, "a"), "5"));
    present(replace(store, "a", present(store.getAll(Set.of("a")).get("a")), "6"));
    assertValue(store, "a", "6");
  }

  @Test
  void replace_staleEntry_conflicts() {
    Store<String, String> store = open();
    Stored<String> stale = store.put("a", "1", LASTING);
    store.put("a", "2", Lifetime.until(FAR_MILLIS));
    assertThat(replace(store, "a", stale, "3")).isNull();
    assertValue(store, "a", "2");
    assertThat(latest(store, "a").expiresAtMillis()).isEqualTo(FAR_MILLIS);
  }

  @Test
  void replace_sameTokenTwice_conflicts() {
    Store<String, String> store = open();
    Stored<String> token = store.put("a", "1", LASTING);
    present(replace(store, "a", token, "2"));
    assertThat(replace(store, "a", token, "3")).isNull();
    assertValue(store, "a", "2");
  }

  @Test
  void replace_removedEntry_conflicts() {
    Store<String, String> store = open();
    Stored<String> token = store.put("a", "1", LASTING);
    store.remove("a");
    assertThat(replace(store, "a", token, "2")).isNull();
    assertAbsent(store, "a");
  }

  /** What looks the same is another entry: somebody may have changed it and changed it back. */
  @Test
  void replace_sameValueWrittenAgain_conflicts() {
    Store<String, String> store = open();
    Stored<String> first = store.put("a", "1", LASTING);
    store.put("a", "1", LASTING);
    assertThat(replace(store, "a", first, "2")).isNull();

    Stored<String> second = latest(store, "a");
    store.put("a", "other", LASTING);
    store.put("a", "1", LASTING);
    assertThat(replace(store, "a", second, "2")).isNull();
    assertThat(store.remove("a", second)).isFalse();

    Stored<String> third = latest(store, "a");
    store.remove("a");
    create(store, "a", "1");
    assertThat(replace(store, "a", third, "2")).isNull();
    assertThat(store.touch("a", third, FAR_MILLIS)).isFalse();
    assertThat(store.remove("a", third)).isFalse();
    assertValue(store, "a", "1");
  }

  @Test
  void replace_tokenOfAnotherKey_conflicts() {
    Store<String, String> store = open();
    Stored<String> other = store.put("b", "1", LASTING);
    store.put("a", "1", LASTING);
    assertThat(replace(store, "a", other, "2")).isNull();
    assertThat(store.remove("a", other)).isFalse();
    assertValue(store, "a", "1");
  }

  @Test
  void remove_currentEntry_wins() {
    Store<String, String> store = open();
    Stored<String> token = store.put("a", "1", LASTING);
    assertThat(store.remove("a", token)).isTrue();
    assertAbsent(store, "a");
    assertThat(store.remove("a", token)).isFalse();
  }

  @Test
  void remove_staleEntry_conflicts() {
    Store<String, String> store = open();
    Stored<String> stale = store.put("a", "1", LASTING);
    Stored<String> current = present(replace(store, "a", stale, "2"));
    assertThat(store.remove("a", stale)).isFalse();
    assertValue(store, "a", "2");
    assertThat(store.remove("a", current)).isTrue();
  }
}
