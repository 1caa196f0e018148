package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ManagerResourcesTest {
  private final ManagerResources resources =
      new ManagerResources(InstantSource.system(), ClassLoader.getSystemClassLoader());
  private final List<String> closed = new ArrayList<>();

  private record First(List<String> closed) implements AutoCloseable {
    @Override
    public void close() {
      closed.add("first");
    }
  }

  private record Second(List<String> closed) implements AutoCloseable {
    @Override
    public void close() {
      closed.add("second");
      throw new IllegalStateException("closing fails");
    }
  }

  private record Third(List<String> closed) implements AutoCloseable {
    @Override
    public void close() {
      closed.add("third");
    }
  }

  @Test
  void shared_isMadeOnceForEachType() {
    First first = resources.shared(First.class, () -> new First(closed));
    Third third = resources.shared(Third.class, () -> new Third(closed));

    assertThat(resources.shared(First.class, () -> failOnSecondMaking())).isSameAs(first);
    assertThat(resources.shared(Third.class, () -> failOnSecondMaking())).isSameAs(third);
  }

  @Test
  void shared_makerFails_nextOneTriesAgain() {
    assertThatThrownBy(() -> resources.shared(First.class, () -> failOnSecondMaking()))
        .isInstanceOf(AssertionError.class);

    assertThat(resources.shared(First.class, () -> new First(closed))).isNotNull();
  }

  @Test
  void close_closesSharedInReverseOrderWhateverFails() {
    resources.shared(First.class, () -> new First(closed));
    resources.shared(Second.class, () -> new Second(closed));
    resources.shared(Third.class, () -> new Third(closed));

    resources.close();
    resources.close();

    assertThat(closed).containsExactly("third", "second", "first");
  }

  @Test
  void noThreadBeforeThereIsWork_andNoneLeftAfterClose() throws Exception {
    CompletableFuture<Thread> scheduled = new CompletableFuture<>();
    CompletableFuture<Thread> executed = new CompletableFuture<>();
    resources.scheduler().execute(() -> scheduled.complete(Thread.currentThread()));
    resources.executor().execute(() -> executed.complete(Thread.currentThread()));
    Thread scheduler = scheduled.get(10, TimeUnit.SECONDS);
    Thread worker = executed.get(10, TimeUnit.SECONDS);
    assertThat(List.of(scheduler, worker))
        .allMatch(Thread::isDaemon)
        .allMatch(thread -> thread.getName().startsWith("cairn-"));

    resources.close();

    await().untilAsserted(() -> assertThat(scheduler.isAlive() || worker.isAlive()).isFalse());
  }

  @Test
  void close_workThatHangs_isInterruptedAndSharedIsClosedAfterIt() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Thread> interrupted = new CompletableFuture<>();
    resources.shared(First.class, () -> new First(closed));
    resources
        .executor()
        .execute(
            () -> {
              started.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException expected) {
                interrupted.complete(Thread.currentThread());
              }
            });
    started.await();
    long start = System.nanoTime();

    resources.close();

    Thread worker = interrupted.get(10, TimeUnit.SECONDS);
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(5_000);
    assertThat(closed).containsExactly("first");
    await().until(() -> !worker.isAlive());
  }

  @Test
  void close_queuedWork_isStillDone() throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    resources.executor().execute(() -> done.complete(null));

    resources.close();

    done.get(10, TimeUnit.SECONDS);
  }

  @Test
  void close_byAnInterruptedThread_keepsTheInterruptFlag() {
    resources.executor().execute(() -> await().until(() -> true));
    Thread.currentThread().interrupt();

    resources.close();

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void shared_afterClose_isRefusedOrClosed() {
    resources.close();

    try {
      resources.shared(First.class, () -> new First(closed));
    } catch (IllegalStateException refused) {
      return; // nothing was made that nobody would close
    }
    assertThat(closed).containsExactly("first");
  }

  private static <T> T failOnSecondMaking() {
    throw new AssertionError("there is one already");
  }
}
