package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.cairncache.jcache.Counters.Kind;
import org.junit.jupiter.api.Test;

class CountersTest {
  private static final int EACH = 20_000;

  private final Counters counters = new Counters();

  @Test
  void sum_eachKind_isCountedByItself() {
    counters.add(Kind.HIT);
    counters.add(Kind.PUT, 3);
    counters.add(Kind.HIT);

    assertThat(counters.sum(Kind.HIT)).isEqualTo(2);
    assertThat(counters.sum(Kind.PUT)).isEqualTo(3);
    assertThat(counters.sum(Kind.MISS)).isZero();
  }

  /** More threads than there are cells, all at once. */
  @Test
  void sum_manyThreads_losesNothing() throws InterruptedException {
    countBy(100);

    assertThat(counters.sum(Kind.HIT)).isEqualTo(100L * EACH);
  }

  /** The cells of threads that have ended are taken over. */
  @Test
  void sum_threadsThatCome_andGo_losesNothing() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      countBy(20);
    }

    assertThat(counters.sum(Kind.HIT)).isEqualTo(400L * EACH);
  }

  /** So that what a thread counts in its cell is counted, however late. */
  @Test
  void own_ofALivingThread_isGivenToNobodyElse() throws InterruptedException {
    Counters.Cell own = counters.own();
    countBy(100);
    own.add(Kind.MISS, 1);

    assertThat(counters.own()).isSameAs(own);
    assertThat(counters.sum(Kind.MISS)).isEqualTo(1);
  }

  @Test
  void sum_whileOthersCount_neverFalls() throws InterruptedException {
    List<Thread> threads = start(8);
    long last = 0;
    while (threads.stream().anyMatch(Thread::isAlive)) {
      long now = counters.sum(Kind.HIT);
      assertThat(now).isGreaterThanOrEqualTo(last);
      last = now;
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(counters.sum(Kind.HIT)).isEqualTo(8L * EACH);
  }

  private void countBy(int number) throws InterruptedException {
    for (Thread thread : start(number)) {
      thread.join();
    }
  }

  private List<Thread> start(int number) {
    CountDownLatch together = new CountDownLatch(number);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Thread thread = new Thread(() -> count(together));
      thread.start();
      threads.add(thread);
    }
    return threads;
  }

  private void count(CountDownLatch together) {
    together.countDown();
    try {
      together.await();
    } catch (InterruptedException ended) {
      return;
    }
    for (int i = 0; i < EACH; i++) {
      counters.add(Kind.HIT);
    }
  }
}
