package org.cairncache.spi;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class GrowingPoolTest {
  private static final int MOST = 4;

  private final ThreadPoolExecutor pool = new GrowingPool(MOST, Thread::new);

  @AfterEach
  void end() {
    pool.shutdownNow();
  }

  @Test
  void execute_oneTaskAfterTheOther_needsOneThread() throws Exception {
    Set<Thread> threads = new HashSet<>();
    for (int i = 0; i < 5 * MOST; i++) {
      CompletableFuture<Thread> task = new CompletableFuture<>();
      pool.execute(() -> task.complete(Thread.currentThread()));
      Thread thread = task.get(10, SECONDS);
      threads.add(thread);
      await().until(() -> thread.getState() == Thread.State.TIMED_WAITING); // it is free again
    }
    assertThat(threads).hasSize(1);
  }

  @Test
  void execute_manyAtOnce_runsAsManyAsThereMayBeAndTheOthersAfterThem() throws Exception {
    CountDownLatch begun = new CountDownLatch(MOST);
    CountDownLatch end = new CountDownLatch(1);
    List<CompletableFuture<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < 5 * MOST; i++) {
      tasks.add(CompletableFuture.runAsync(() -> awaitAfter(begun, end), pool));
    }
    assertThat(begun.await(10, SECONDS)).isTrue();
    assertThat(pool.getPoolSize()).isEqualTo(MOST);
    assertThat(pool.getQueue()).hasSize(4 * MOST);
    end.countDown();
    CompletableFuture.allOf(tasks.toArray(CompletableFuture[]::new)).get(10, SECONDS);
  }

  @Test
  void execute_whileThreadsComeAndGo_losesNone() throws Exception {
    AtomicInteger done = new AtomicInteger();
    pool.setKeepAliveTime(1, NANOSECONDS);
    int tasks = 20_000;
    for (int i = 0; i < tasks; i++) {
      pool.execute(done::incrementAndGet);
    }
    await().untilAsserted(() -> assertThat(done).hasValue(tasks));
    await().until(() -> pool.getPoolSize() == 0);
  }

  @Test
  void execute_afterShutdown_isRefused() throws Exception {
    CountDownLatch begun = new CountDownLatch(MOST);
    CountDownLatch end = new CountDownLatch(1);
    for (int i = 0; i < MOST; i++) {
      pool.execute(() -> awaitAfter(begun, end));
    }
    begun.await(10, SECONDS);
    CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {}, pool);
    pool.shutdown();
    assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    end.countDown();
    waiting.get(10, SECONDS);
    assertThat(pool.awaitTermination(10, SECONDS)).isTrue();
  }

  private static void awaitAfter(CountDownLatch begun, CountDownLatch end) {
    begun.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
