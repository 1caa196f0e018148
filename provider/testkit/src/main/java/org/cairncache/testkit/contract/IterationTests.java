package org.cairncache.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairncache.spi.Store;
import org.junit.jupiter.api.Test;

/** Each key comes once, whatever changes meanwhile. */
abstract class IterationTests extends StoreTests {
  private static final int KEYS = 300;

  @Test
  void keys_nothingThere_areNone() {
    assertThat(keysOf(open())).isEmpty();
  }

  @Test
  void keys_many_comeOnceEach() {
    Store<String, String> store = open();
    List<String> keys = putMany(store);
    assertThat(keysOf(store)).containsExactlyInAnyOrderElementsOf(keys);
    for (String key : keys.subList(0, KEYS / 2)) {
      store.put(key, "again", LASTING);
    }
    for (String key : keys.subList(KEYS / 2, KEYS)) {
      store.remove(key);
    }
    assertThat(keysOf(store)).containsExactlyInAnyOrderElementsOf(keys.subList(0, KEYS / 2));
  }

  @Test
  void keys_closedHalfWay_leavesEverything() {
    Store<String, String> store = open();
    List<String> keys = putMany(store);
    try (Stream<String> stream = store.keys()) {
      Iterator<String> iterator = stream.iterator();
      assertThat(keys).contains(iterator.next());
    }
    assertThat(keysOf(store)).containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void keys_removedWhileIterating_comeOnceEach() {
    Store<String, String> store = open();
    List<String> keys = putMany(store);
    List<String> seen = new ArrayList<>();
    try (Stream<String> stream = store.keys()) {
      stream.forEach(
          key -> {
            seen.add(key);
            store.remove(key);
          });
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(keysOf(store)).isEmpty();
  }

  @Test
  void keys_othersComeAndGo_thoseThatStayComeOnceEach() throws Exception {
    Store<String, String> store = open();
    List<String> keys = putMany(store);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> changes = other.submit(() -> comeAndGo(store, keys, done));
      for (int i = 0; i < 5; i++) {
        List<String> seen = keysOf(store);
        assertThat(seen).doesNotHaveDuplicates().containsAll(keys);
      }
      done.set(true);
      changes.get(30, TimeUnit.SECONDS);
    } finally {
      done.set(true);
      other.shutdownNow();
    }
  }

  private static void comeAndGo(
      Store<String, String> store, List<String> staying, AtomicBoolean done) {
    for (int i = 0; !done.get(); i++) {
      store.put("guest " + i % 50, "1", LASTING);
      store.put(staying.get(i % KEYS), "changed", LASTING);
      store.remove("guest " + (i + 25) % 50);
    }
  }

  private static List<String> putMany(Store<String, String> store) {
    List<String> keys = IntStream.range(0, KEYS).mapToObj(i -> "key " + i).toList();
    keys.forEach(key -> store.put(key, "1", LASTING));
    return keys;
  }
}
