package org.cairncache.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.Test;

/** A touch moves the deadline and nothing else: every token stays good. */
abstract class TouchTests extends StoreTests {

  @Test
  void touch_currentEntry_movesTheDeadlineAlone() {
    Store<String, String> store = open();
    Attributes attributes = new Attributes(3, Map.of("t", 4L));
    Lifetime lifetime = new Lifetime(1, 2, FAR_MILLIS);
    Stored<String> entry = present(store.replace("a", null, "1", lifetime, attributes));
    assertThat(store.touch("a", entry, FAR_MILLIS + 7)).isTrue();
    for (Stored<String> read : List.of(latest(store, "a"), present(store.get("a")))) {
      assertThat(read.expiresAtMillis()).isEqualTo(FAR_MILLIS + 7);
      assertThat(read.value()).isEqualTo("1");
      assertThat(read.writtenAtMillis()).isEqualTo(1);
      assertThat(read.freshUntilMillis()).isEqualTo(2);
      assertThat(read.attributes()).isEqualTo(attributes);
    }
  }

  @Test
  void touch_laterEarlierAndNever_isWhatIsRead() {
    Store<String, String> store = open();
    Stored<String> entry = store.put("a", "1", Lifetime.until(FAR_MILLIS));
    for (long deadline : new long[] {FAR_MILLIS - 1, Lifetime.NEVER, FAR_MILLIS + 1}) {
      assertThat(store.touch("a", entry, deadline)).isTrue();
      assertThat(latest(store, "a").expiresAtMillis()).isEqualTo(deadline);
    }
  }

  @Test
  void touch_tokensHandedOutBefore_stayGood() {
    Store<String, String> store = open();
    Stored<String> put = store.put("a", "1", LASTING);
    Stored<String> read = latest(store, "a");
    assertThat(store.touch("a", read, FAR_MILLIS)).isTrue();
    assertThat(store.touch("a", put, FAR_MILLIS + 1)).isTrue();
    Stored<String> replaced = present(replace(store, "a", put, "2"));
    assertThat(replace(store, "a", read, "3")).isNull();

    Stored<String> before = latest(store, "a");
    assertThat(store.touch("a", replaced, FAR_MILLIS)).isTrue();
    assertThat(store.remove("a", before)).isTrue();
    assertAbsent(store, "a");
  }

  @Test
  void touch_staleEntry_conflictsAndMovesNothing() {
    Store<String, String> store = open();
    Stored<String> stale = store.put("a", "1", LASTING);
    store.put("a", "1", Lifetime.until(FAR_MILLIS));
    assertThat(store.touch("a", stale, FAR_MILLIS + 1)).isFalse();
    assertThat(latest(store, "a").expiresAtMillis()).isEqualTo(FAR_MILLIS);
  }

  @Test
  void touch_removedEntry_conflictsAndBringsNothingBack() {
    Store<String, String> store = open();
    Stored<String> removed = store.put("a", "1", LASTING);
    store.remove("a");
    assertThat(store.touch("a", removed, FAR_MILLIS)).isFalse();
    assertAbsent(store, "a");
  }
}
