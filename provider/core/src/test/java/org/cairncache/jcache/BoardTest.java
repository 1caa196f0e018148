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
  private final Board<Object, Named> board = new Board<>();

  /** Something under way; equal to every other of its name. */
  private static final class Named extends Board.Item<Object> {
    private final String name;

    Named(Object key, String name) {
      super(key);
      this.name = name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Named named && named.name.equals(name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /** A key that lies in one place with all of its kind. */
  private record Crowded(int number) {
    @Override
    public int hashCode() {
      return 1;
    }
  }

  @Test
  void putIfAbsent_somethingThere_givesThatAndPinsNothing() {
    Named first = new Named("a", "first");
    assertThat(board.putIfAbsent(first)).isNull();
    assertThat(board.putIfAbsent(new Named("a", "second"))).isSameAs(first);
    assertThat(board.get("a")).isSameAs(first);
    assertThat(board.get("b")).isNull();
  }

  @Test
  void remove_eachOfManyInOnePlace_leavesTheOthers() {
    for (int gone = 0; gone < 4; gone++) {
      List<Named> items = pinInOnePlace(4);
      board.remove(new Crowded(gone));
      for (int i = 0; i < 4; i++) {
        assertThat(board.get(new Crowded(i))).isSameAs(i == gone ? null : items.get(i));
      }
      board.clear(item -> {});
    }
  }

  @Test
  void remove_anotherItemThanIsThere_doesNothing() {
    Named there = new Named("a", "item");
    board.putIfAbsent(there);
    assertThat(board.remove(new Named("a", "item"))).isFalse();
    assertThat(board.get("a")).isSameAs(there);
    assertThat(board.remove(new Named("b", "item"))).isFalse();
    board.remove("b");
    assertThat(board.get("a")).isSameAs(there);
    assertThat(board.remove(there)).isTrue();
    assertThat(board.get("a")).isNull();
  }

  @Test
  void replace_eachOfManyInOnePlace_keepsTheOthers() {
    for (int replaced = 0; replaced < 3; replaced++) {
      List<Named> items = pinInOnePlace(3);
      Crowded key = new Crowded(replaced);
      Named next = new Named(key, "next");
      assertThat(board.replace(new Named(key, "item " + replaced), next)).isFalse();
      assertThat(board.replace(items.get(replaced), next)).isTrue();
      for (int i = 0; i < 3; i++) {
        assertThat(board.get(new Crowded(i))).isSameAs(i == replaced ? next : items.get(i));
      }
      assertThat(board.replace(items.get(replaced), next)).isFalse();
      board.clear(item -> {});
    }
  }

  @Test
  void clear_manyKeys_showsEachItemOnce() {
    List<Named> items = new ArrayList<>(pinInOnePlace(3));
    for (int i = 0; i < 2_000; i++) {
      Named item = new Named(i, "item of its own " + i);
      board.putIfAbsent(item);
      items.add(item);
    }
    List<Named> gone = new ArrayList<>();
    board.clear(gone::add);
    assertThat(gone).containsExactlyInAnyOrderElementsOf(items);
    assertThat(board.get(7)).isNull();
  }

  private List<Named> pinInOnePlace(int count) {
    List<Named> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(new Named(new Crowded(i), "item " + i));
      assertThat(board.putIfAbsent(items.get(i))).isNull();
    }
    return items;
  }

  @Test
  void putIfAbsent_manyThreadsOnKeysOfOnePlace_onlyOneHoldsEach() throws Exception {
    int threads = 8;
    int keys = 4;
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
                    Named mine = new Named(new Crowded(number), "mine");
                    if (board.putIfAbsent(mine) == null) {
                      assertThat(holders.incrementAndGet(number)).isEqualTo(1);
                      assertThat(board.get(new Crowded(number))).isSameAs(mine);
                      holders.decrementAndGet(number);
                      board.remove(mine);
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
      assertThat(board.get(new Crowded(i))).isNull();
    }
  }
}
