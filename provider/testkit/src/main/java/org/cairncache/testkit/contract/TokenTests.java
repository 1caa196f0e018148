package org.cairncache.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A token means one write, whoever holds it and wherever it was kept. */
abstract class TokenTests extends StoreTests {

  @Test
  void isSameEntry_readsOfOneWrite_are() {
    Store<String, String> store = open();
    Stored<String> put = store.put("a", "1", LASTING);
    assertThat(put.isSameEntry(latest(store, "a"))).isTrue();
    assertThat(latest(store, "a").isSameEntry(present(store.get("a")))).isTrue();
    assertThat(present(store.getAll(Set.of("a")).get("a")).isSameEntry(put)).isTrue();
  }

  @Test
  void isSameEntry_sameValueWrittenAgain_isNot() {
    Store<String, String> store = open();
    Stored<String> before = store.put("a", "1", LASTING);
    assertThat(store.put("a", "1", LASTING).isSameEntry(before)).isFalse();
    assertThat(before.isSameEntry(latest(store, "a"))).isFalse();
    store.put("b", "1", LASTING);
    assertThat(latest(store, "a").isSameEntry(latest(store, "b"))).isFalse();
  }

  @Test
  void isSameEntry_afterATouch_stillIs() {
    Store<String, String> store = open();
    Stored<String> before = store.put("a", "1", LASTING);
    store.touch("a", latest(store, "a"), FAR_MILLIS);
    assertThat(latest(store, "a").isSameEntry(before)).isTrue();
  }

  @Test
  void token_objectsOnTheHeap_isNull() {
    assumeFalse(isEncoded());
    assertThat(open().put("a", "1", LASTING).token()).isNull();
  }

  @Test
  void token_readsOfOneWrite_areEqualAndSmall() {
    assumeEncoded();
    Store<String, String> store = open();
    byte[] token = token(store.put("a", "1", LASTING));
    assertThat(token).isNotEmpty().hasSizeLessThanOrEqualTo(Stored.MAXIMUM_TOKEN_BYTES);
    assertThat(token(latest(store, "a"))).isEqualTo(token);
    assertThat(token(present(store.get("a")))).isEqualTo(token);
    store.touch("a", latest(store, "a"), FAR_MILLIS);
    assertThat(token(latest(store, "a"))).isEqualTo(token);
    store.put("a", "1", LASTING);
    assertThat(token(latest(store, "a"))).isNotEqualTo(token);
  }

  @Test
  void token_changedByItsHolder_changesNothing() {
    assumeEncoded();
    Store<String, String> store = open();
    Stored<String> put = store.put("a", "1", LASTING);
    token(put)[0]++;
    assertThat(token(put)).isEqualTo(token(latest(store, "a")));
    present(replace(store, "a", put, "2"));
  }

  @Test
  void restore_currentEntry_isGoodForEveryConditionalWrite() {
    assumeEncoded();
    Store<String, String> store = open();
    Stored<String> put = store.put("a", "1", LASTING);
    assertThat(store.touch("a", restored(store, put), FAR_MILLIS)).isTrue();
    assertThat(latest(store, "a").expiresAtMillis()).isEqualTo(FAR_MILLIS);
    assertThat(restored(store, put).isSameEntry(latest(store, "a"))).isTrue();
    Stored<String> replaced = present(replace(store, "a", restored(store, put), "2"));
    assertThat(store.remove("a", restored(store, replaced))).isTrue();
    assertAbsent(store, "a");
  }

  @Test
  void restore_entry_hasItsParts() {
    assumeEncoded();
    Store<String, String> store = open();
    Stored<String> restored =
        restored(store, store.put("a", "1", new Lifetime(1, FAR_MILLIS - 1, FAR_MILLIS)));
    assertThat(restored.value()).isEqualTo("1");
    assertThat(restored.writtenAtMillis()).isEqualTo(1);
    assertThat(restored.freshUntilMillis()).isEqualTo(FAR_MILLIS - 1);
    assertThat(restored.expiresAtMillis()).isEqualTo(FAR_MILLIS);
    assertThat(token(restored)).isEqualTo(token(latest(store, "a")));
  }

  @Test
  void restore_staleEntry_conflicts() {
    assumeEncoded();
    Store<String, String> store = open();
    Stored<String> stale = restored(store, store.put("a", "1", LASTING));
    store.put("a", "1", LASTING);
    assertThat(replace(store, "a", stale, "2")).isNull();
    assertThat(store.touch("a", stale, FAR_MILLIS)).isFalse();
    assertThat(store.remove("a", stale)).isFalse();
    assertValue(store, "a", "1");
  }

  private boolean isEncoded() {
    return !subject().factory().traits().byReference();
  }

  private void assumeEncoded() {
    assumeTrue(isEncoded(), "the tokens of this store are objects on the heap");
  }

  private static byte[] token(Stored<?> stored) {
    byte @Nullable [] token = stored.token();
    if (token == null) {
      throw new AssertionError("A store that leaves the heap must have tokens that do");
    }
    return token;
  }

  private static Stored<String> restored(Store<String, String> store, Stored<String> stored) {
    Lifetime lifetime =
        new Lifetime(stored.writtenAtMillis(), stored.freshUntilMillis(), stored.expiresAtMillis());
    return store.restore(stored.value(), lifetime, stored.attributes(), token(stored));
  }
}
