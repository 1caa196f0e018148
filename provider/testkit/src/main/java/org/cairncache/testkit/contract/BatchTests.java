package org.cairncache.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Outcome;
import org.cairncache.spi.Replacement;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Operations on many keys do to each what the operation on one does, and say how each ended. */
abstract class BatchTests extends StoreTests {
  private static final int MANY = 250;

  @Test
  void getAll_someAbsent_leavesThemOut() {
    Store<String, String> store = open();
    store.put("a", "1", LASTING);
    store.put("b", "2", Lifetime.until(FAR_MILLIS));
    Map<String, Stored<String>> found = store.getAll(Set.of("a", "b", "c"));
    assertThat(found).containsOnlyKeys("a", "b");
    assertThat(present(found.get("a")).value()).isEqualTo("1");
    assertThat(present(found.get("b")).expiresAtMillis()).isEqualTo(FAR_MILLIS);
    assertThat(store.getAll(Set.of())).isEmpty();
    assertThat(store.getAll(Set.of("c"))).isEmpty();
  }

  @Test
  void putAll_many_writesEachAndGivesItsToken() {
    Store<String, String> store = open();
    store.put("1", "before", LASTING);
    Map<String, String> values =
        IntStream.range(0, MANY).boxed().collect(Collectors.toMap(i -> "" + i, i -> "value " + i));
    Map<String, Outcome<String>> outcomes = store.putAll(values, Lifetime.until(FAR_MILLIS));
    assertThat(outcomes).containsOnlyKeys(values.keySet());
    Map<String, Stored<String>> found = store.getAll(values.keySet());
    values.forEach(
        (key, value) -> {
          assertThat(present(found.get(key)).value()).isEqualTo(value);
          assertThat(present(found.get(key)).expiresAtMillis()).isEqualTo(FAR_MILLIS);
        });
    present(replace(store, "1", written(outcomes.get("1")), "after"));
    assertThat(store.putAll(Map.of(), LASTING)).isEmpty();
  }

  @Test
  void replaceAll_winsAndConflicts_areToldForEachKey() {
    Store<String, String> store = open();
    Stored<String> stale = store.put("stale", "1", LASTING);
    Stored<String> current = store.put("current", "1", LASTING);
    store.put("stale", "2", LASTING);
    store.put("there", "1", LASTING);
    Map<String, Replacement<String>> changes = new HashMap<>();
    changes.put("stale", change(stale));
    changes.put("current", change(current));
    changes.put("there", change(null));
    changes.put("absent", change(null));
    changes.put("gone", change(current));
    Map<String, Outcome<String>> outcomes = store.replaceAll(changes);
    assertThat(outcomes).containsOnlyKeys(changes.keySet());
    for (String lost : List.of("stale", "there", "gone")) {
      assertThat(outcomes.get(lost)).as(lost).isInstanceOf(Outcome.Conflict.class);
    }
    assertValue(store, "stale", "2");
    assertValue(store, "there", "1");
    assertAbsent(store, "gone");
    for (String won : List.of("current", "absent")) {
      assertValue(store, won, "new");
      present(replace(store, won, written(outcomes.get(won)), "newer"));
    }
    assertThat(store.replaceAll(Map.of())).isEmpty();
  }

  private static Replacement<String> change(@Nullable Stored<String> expected) {
    return new Replacement<>(expected, "new", LASTING, Attributes.NONE);
  }

  private static <V> Stored<V> written(@Nullable Outcome<V> outcome) {
    if (outcome instanceof Outcome.Written<V> written) {
      return written.stored();
    }
    throw new AssertionError("Not written: " + outcome);
  }
}
