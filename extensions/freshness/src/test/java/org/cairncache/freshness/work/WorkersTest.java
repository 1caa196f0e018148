package org.cairncache.freshness.work;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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

  private static CompletableFuture<Boolean> daemonUntil(CountDownLatch end) {
    CompletableFuture<Boolean> daemon = new CompletableFuture<>();
    Workers.EXECUTOR.execute(
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
