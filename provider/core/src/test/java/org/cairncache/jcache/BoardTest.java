package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A map for what is under way: its keys share places, and nothing else. */
@Timeout(60)
class BoardTest {
  private final Board<Object, String> board = new Board<>();

  /** A key that lies in one place with all of its kind. */
  private record Crowded(int number) {
    @Override
    public int hashCode() {
      return 1;
    }
  }

  @Test
  void putIfAbsent_somethingThere_givesThatAndPinsNothing() {
    assertThat(board.putIfAbsent("a", "first")).isNull();
    assertThat(board.putIfAbsent("a", "second")).isEqualTo("first");
    assertThat(board.get("a")).isEqualTo("first");
    assertThat(board.get("b")).isNull();
  }

  @Test
  void remove_eachOfManyInOnePlace_leavesTheOthers() {
    for (int gone = 0; gone < 4; gone++) {
      Board<Crowded, String> crowded = new Board<>();
      for (int i = 0; i < 4; i++) {
        crowded.putIfAbsent(new Crowded(i), "item " + i);
      }
      crowded.remove(new Crowded(gone));
      for (int i = 0; i < 4; i++) {
        assertThat(crowded.get(new Crowded(i))).isEqualTo(i == gone ? null : "item " + i);
      }
    }
  }

  @Test
  void remove_anotherItemThanIsThere_doesNothing() {
    String there = new String("item"); // equal to the other, and not the same
    board.putIfAbsent("a", there);
    assertThat(board.remove("a", new String("item"))).isFalse();
    assertThat(board.get("a")).isSameAs(there);
    board.remove("b", there);
    board.remove("b");
    assertThat(board.get("a")).isSameAs(there);
    assertThat(board.remove("a", there)).isTrue();
    assertThat(board.get("a")).isNull();
  }

  @Test
  void replace_itemInTheMiddle_keepsTheOthers() {
    for (int i = 0; i < 3; i++) {
      board.putIfAbsent(new Crowded(i), ("item " + i).intern());
    }
    assertThat(board.replace(new Crowded(1), "another", "next")).isFalse();
    assertThat(board.replace(new Crowded(3), "item 1", "next")).isFalse();
    assertThat(board.replace(new Crowded(1), "item 1", "next")).isTrue();
    assertThat(board.get(new Crowded(0))).isEqualTo("item 0");
    assertThat(board.get(new Crowded(1))).isEqualTo("next");
    assertThat(board.get(new Crowded(2))).isEqualTo("item 2");
  }

  @Test
  void clear_manyKeys_showsEachItemOnce() {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      board.putIfAbsent(i, "item " + i);
      items.add("item " + i);
    }
    List<String> gone = new ArrayList<>();
    board.clear(gone::add);
    assertThat(gone).containsExactlyInAnyOrderElementsOf(items);
    assertThat(board.get(7)).isNull();
  }

  @Test
  void putIfAbsent_manyThreadsOnKeysOfOnePlace_onlyOneHoldsEach() throws Exception {
    int threads = 8;
    int keys = 4;
    Board<Crowded, Object> shared = new Board<>();
    AtomicIntegerArray holders = new AtomicIntegerArray(keys);
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> ends = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        ends.add(
            executor.submit(
                () -> {
                  start.await();
                  int held = 0;
                  while (held < 20_000) {
                    int number = ThreadLocalRandom.current().nextInt(keys);
                    Object mine = new Object();
                    if (shared.putIfAbsent(new Crowded(number), mine) == null) {
                      assertThat(holders.incrementAndGet(number)).isEqualTo(1);
                      assertThat(shared.get(new Crowded(number))).isSameAs(mine);
                      holders.decrementAndGet(number);
                      shared.remove(new Crowded(number), mine);
                      held++;
                    }
                  }
                  return held;
                }));
      }
      for (Future<Integer> end : ends) {
        end.get(50, TimeUnit.SECONDS);
      }
    } finally {
      executor.shutdownNow();
    }
    for (int i = 0; i < keys; i++) {
      assertThat(shared.get(new Crowded(i))).isNull();
    }
  }
}
