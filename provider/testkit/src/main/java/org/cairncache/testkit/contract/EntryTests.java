package org.cairncache.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.Test;

/** What is written is what is read, with its times, until it is removed. */
abstract class EntryTests extends StoreTests {
  private static final Lifetime FRESH = new Lifetime(FAR_MILLIS - 3, FAR_MILLIS - 2, FAR_MILLIS);
  private static final Attributes SOME = new Attributes(7, Map.of("users", 3L, "größe", -1L));

  @Test
  void get_absentKey_isNull() {
    assertAbsent(open(), "a");
  }

  @Test
  void put_absentKey_isRead() {
    Store<String, String> store = open();
    Stored<String> put = store.put("a", "1", LASTING);
    assertThat(put.value()).isEqualTo("1");
    assertValue(store, "a", "1");
    assertAbsent(store, "b");
  }

  @Test
  void put_overAnEntry_replacesIt() {
    Store<String, String> store = open();
    store.put("a", "1", Lifetime.until(FAR_MILLIS));
    store.put("a", "2", LASTING);
    assertValue(store, "a", "2");
    assertThat(latest(store, "a").expiresAtMillis()).isEqualTo(Lifetime.NEVER);
    assertThat(keysOf(store)).containsExactly("a");
  }

  @Test
  void put_eternal_hasNoDeadline() {
    Store<String, String> store = open();
    store.put("a", "1", Lifetime.ETERNAL);
    assertThat(latest(store, "a").expiresAtMillis()).isEqualTo(Lifetime.NEVER);
    assertThat(latest(store, "a").writtenAtMillis()).isZero();
    assertThat(latest(store, "a").freshUntilMillis()).isEqualTo(Lifetime.NEVER);
    assertThat(latest(store, "a").attributes()).isEqualTo(Attributes.NONE);
  }

  @Test
  void put_timesOfEveryKind_areKeptToTheMillisecond() {
    Store<String, String> store = open();
    assertHas(store.put("a", "1", FRESH), FRESH, Attributes.NONE);
    assertHas(latest(store, "a"), FRESH, Attributes.NONE);
    assertHas(present(store.get("a")), FRESH, Attributes.NONE);
    Lifetime odd = Lifetime.until(FAR_MILLIS + 1);
    store.put("b", "1", odd);
    assertHas(latest(store, "b"), odd, Attributes.NONE);
  }

  @Test
  void replace_timesAndAttributes_areKept() {
    Store<String, String> store = open();
    Stored<String> created = present(store.replace("a", null, "1", FRESH, SOME));
    assertHas(created, FRESH, SOME);
    assertHas(latest(store, "a"), FRESH, SOME);
    Attributes others = new Attributes(0, Map.of("t", Long.MAX_VALUE));
    present(store.replace("a", created, "2", LASTING, others));
    assertHas(latest(store, "a"), LASTING, others);
  }

  @Test
  void put_overFreshnessAndAttributes_dropsThem() {
    Store<String, String> store = open();
    present(store.replace("a", null, "1", FRESH, SOME));
    store.put("a", "2", LASTING);
    assertHas(latest(store, "a"), LASTING, Attributes.NONE);
  }

  @Test
  void remove_key_saysWhetherThereWasAnEntry() {
    Store<String, String> store = open();
    assertThat(store.remove("a")).isFalse();
    store.put("a", "1", LASTING);
    store.put("b", "2", LASTING);
    assertThat(store.remove("a")).isTrue();
    assertAbsent(store, "a");
    assertValue(store, "b", "2");
    assertThat(store.remove("a")).isFalse();
  }

  @Test
  void clear_removesTheEntriesOfThisCacheAlone() {
    OpenStores stores = openAs(StoreObserver.NONE);
    Store<String, String> store = open();
    store.put("a", "1", LASTING);
    store.put("b", "2", LASTING);
    for (String name : new String[] {cacheName() + "2", cacheName() + ":a", "x" + cacheName()}) {
      Store<String, String> other = stores.open(name, String.class, String.class);
      other.put("a", "other", LASTING);
      store.clear();
      assertAbsent(store, "a");
      assertAbsent(store, "b");
      assertThat(keysOf(store)).isEmpty();
      assertValue(other, "a", "other");
      other.clear();
    }
  }

  @Test
  void clear_thenPut_isRead() {
    Store<String, String> store = open();
    store.clear();
    store.put("a", "1", LASTING);
    store.clear();
    store.put("a", "2", LASTING);
    assertValue(store, "a", "2");
  }

  @Test
  void close_twice_doesNothing() {
    Store<String, String> store =
        openAs(StoreObserver.NONE).open(cacheName(), String.class, String.class);
    store.close();
    store.close();
  }

  private static void assertHas(Stored<?> stored, Lifetime lifetime, Attributes attributes) {
    assertThat(stored.expiresAtMillis()).isEqualTo(lifetime.expiresAtMillis());
    assertThat(stored.writtenAtMillis()).isEqualTo(lifetime.writtenAtMillis());
    assertThat(stored.freshUntilMillis()).isEqualTo(lifetime.freshUntilMillis());
    assertThat(stored.attributes()).isEqualTo(attributes);
  }
}
