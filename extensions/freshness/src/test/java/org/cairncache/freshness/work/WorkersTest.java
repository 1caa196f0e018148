package org.cairncache.freshness.work;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The threads of functions that are given no others. */
class WorkersTest {
  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void executor_before21_hasAtMost64DaemonsAndRefusesMore() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    List<CompletableFuture<Boolean>> running = new ArrayList<>();
    try {
      for (int i = 0; i < 64; i++) {
        running.add(daemonUntil(end));
      }
      assertThat(catchThrowable(() -> daemonUntil(end)))
          .isInstanceOf(RejectedExecutionException.class);
    } finally {
      end.countDown();
    }
    for (CompletableFuture<Boolean> each : running) {
      assertThat(each.get(10, SECONDS)).isTrue();
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void executor_from21_hasVirtualThreads() throws Exception {
    CompletableFuture<String> kind = new CompletableFuture<>();
    Workers.EXECUTOR.execute(() -> kind.complete(Thread.currentThread().toString()));

    assertThat(kind.get(10, SECONDS)).startsWith("VirtualThread");
  }

  @Test
  void executor_onAnyJvm_hasNothingOfTheCallersContext() throws Exception {
    InheritableThreadLocal<String> context = new InheritableThreadLocal<>();
    context.set("of the caller");
    CompletableFuture<Optional<String>> seen = new CompletableFuture<>();
    Workers.EXECUTOR.execute(() -> seen.complete(Optional.ofNullable(context.get())));

    assertThat(seen.get(10, SECONDS)).isEmpty();
  }

  @Test
  void background_oneTaskAfterTheOther_needsOneThread() throws Exception {
    Set<Thread> threads = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      CompletableFuture<Thread> task = new CompletableFuture<>();
      Workers.BACKGROUND_LOADS.execute(() -> task.complete(Thread.currentThread()));
      Thread thread = task.get(10, SECONDS);
      threads.add(thread);
      await().until(() -> thread.getState() == Thread.State.TIMED_WAITING); // it is free again
    }
    assertThat(threads).hasSize(1);
  }

  @Test
  void background_moreThanThereAreThreads_waitsForOne() throws Exception {
    int most = 8;
    CountDownLatch begun = new CountDownLatch(most);
    CountDownLatch end = new CountDownLatch(1);
    List<CompletableFuture<Boolean>> tasks = new ArrayList<>();
    try {
      for (int i = 0; i < 3 * most; i++) {
        tasks.add(
            daemonUntil(
                end,
                task ->
                    Workers.BACKGROUND_REQUESTS.execute(
                        () -> {
                          begun.countDown();
                          task.run();
                        })));
      }
      assertThat(begun.await(10, SECONDS)).as("as many at once as there are threads").isTrue();
    } finally {
      end.countDown();
    }
    for (CompletableFuture<Boolean> task : tasks) {
      assertThat(task.get(10, SECONDS)).isTrue();
    }
  }

  private static CompletableFuture<Boolean> daemonUntil(CountDownLatch end) {
    return daemonUntil(end, Workers.EXECUTOR);
  }

  private static CompletableFuture<Boolean> daemonUntil(CountDownLatch end, Executor executor) {
    CompletableFuture<Boolean> daemon = new CompletableFuture<>();
    executor.execute(
        () -> {
          try {
            end.await();
            daemon.complete(Thread.currentThread().isDaemon());
          } catch (InterruptedException interrupted) {
            daemon.completeExceptionally(interrupted);
          }
        });
    return daemon;
  }
}
