package org.cairncache.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.Test;

/**
 * Who opens the same cache elsewhere sees the same entries, where the traits of the store say so,
 * and others where they do not.
 */
abstract class SharingTests extends StoreTests {

  @Test
  void open_entriesOfAClosedStore_areThere() throws Exception {
    assumeShared();
    try (OpenStores before = new OpenStores(subject(), StoreObserver.NONE)) {
      openIn(before).put("a", "1", Lifetime.until(FAR_MILLIS));
    }
    Store<String, String> after = open();
    assertValue(after, "a", "1");
    assertThat(latest(after, "a").expiresAtMillis()).isEqualTo(FAR_MILLIS);
    assertThat(keysOf(after)).containsExactly("a");
  }

  @Test
  void write_byOne_isSeenByTheOther() {
    assumeShared();
    Store<String, String> one = open();
    Store<String, String> other = open();
    one.put("a", "1", LASTING);
    assertThat(latest(other, "a").value()).isEqualTo("1");
    other.put("a", "2", LASTING);
    assertThat(latest(one, "a").value()).isEqualTo("2");
    assertThat(one.touch("a", latest(one, "a"), FAR_MILLIS)).isTrue();
    assertThat(latest(other, "a").expiresAtMillis()).isEqualTo(FAR_MILLIS);
    other.remove("a");
    assertThat(one.getLatest("a")).isNull();
    one.put("b", "1", LASTING);
    other.clear();
    assertThat(one.getLatest("b")).isNull();
    assertThat(keysOf(one)).isEmpty();
  }

  @Test
  void token_ofOne_isGoodForTheOther() {
    assumeShared();
    Store<String, String> one = open();
    Store<String, String> other = open();
    Stored<String> token = one.put("a", "1", LASTING);
    assertThat(token.isSameEntry(latest(other, "a"))).isTrue();
    assertThat(other.touch("a", token, FAR_MILLIS)).isTrue();
    Stored<String> next = present(replace(other, "a", token, "2"));
    assertThat(replace(one, "a", token, "3")).isNull();
    assertThat(one.remove("a", next)).isTrue();
    assertThat(other.getLatest("a")).isNull();
  }

  @Test
  void open_storeThatIsNotShared_isAloneWithItsEntries() {
    assumeFalse(subject().factory().traits().shared(), "others see the entries of this store");
    Store<String, String> one = open();
    Store<String, String> other = open();
    one.put("a", "1", LASTING);
    assertAbsent(other, "a");
    other.clear();
    assertValue(one, "a", "1");
  }

  private Store<String, String> openIn(OpenStores stores) {
    return stores.open(cacheName(), String.class, String.class);
  }

  private void assumeShared() {
    assumeTrue(subject().factory().traits().shared(), "nobody else sees this store");
  }
}
