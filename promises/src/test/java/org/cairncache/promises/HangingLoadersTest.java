package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cairncache.freshness.Bulkhead;
import org.cairncache.freshness.Cached;
import org.cairncache.freshness.Cached1;
import org.cairncache.freshness.Freshness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Promise 19: loaders that hang keep nobody from what is cached, and leave nothing. */
@Timeout(300)
final class HangingLoadersTest {
  private static final int HUNG = 100;
  private static final int KEYS = 2 * HUNG;
  private static final int READS = 20_000;
  private static final double READ_MILLIS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path directory;

  private final AtomicInteger hanging = new AtomicInteger();
  private volatile CountDownLatch holdUp = new CountDownLatch(0);

  /** Hangs until it is interrupted, or until nothing holds it up. */
  private String load(int key) throws InterruptedException {
    hanging.incrementAndGet();
    try {
      holdUp.await();
    } finally {
      hanging.decrementAndGet();
    }
    return "value of " + key;
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMORY", "FILE", "REDIS"})
  void hundredHang_staleReadsGoOnUntilTheyAreGivenUp(Shelf shelf) throws Exception {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(0, HUNG, 1, TimeUnit.MINUTES, new SynchronousQueue<>());
    try (TwoSides sides = new TwoSides(shelf, directory)) {
      Cached1<Integer, String> function =
          sides
              .here
              .minute()
              .stale(Duration.ofHours(1))
              .deadline(Duration.ofMinutes(5))
              .executor(executor)
              .bulkhead(Bulkhead.of(HUNG + 1)) // one more than there are threads
              .build(this::load);
      IntStream.range(0, KEYS).forEach(function::get);
      sides.pass(70);
      holdUp = new CountDownLatch(1);
      IntStream.range(0, HUNG).forEach(function::get);
      await().atMost(PATIENCE).until(() -> hanging.get() == HUNG);

      Figures figures = read(function);
      Form.report(19, shelf, "%d loaders hang; stale reads %s".formatted(HUNG, figures));
      assertThat(figures.millis(0.99)).isLessThanOrEqualTo(Form.bound(READ_MILLIS));
      assertThat(hanging).hasValue(HUNG);

      sides.here.threads.advance(Duration.ofMinutes(5));
      await().atMost(PATIENCE).until(() -> hanging.get() == 0 && executor.getActiveCount() == 0);
      holdUp = new CountDownLatch(0);
      sides.pass(10); // longer than the pause after one failure
      await().atMost(PATIENCE).until(() -> areRefreshed(function));
    } finally {
      executor.shutdownNow();
    }
  }

  private static boolean areRefreshed(Cached1<Integer, String> function) {
    IntStream.range(0, KEYS).forEach(function::get);
    return IntStream.range(0, KEYS)
        .allMatch(key -> function.explain(key).freshness() == Freshness.FRESH);
  }

  /** Half of the keys are being loaded, and there is no thread for the others. */
  private static Figures read(Cached1<Integer, String> function) {
    Random random = new Random(19);
    long[] nanos = new long[READS];
    for (int i = 0; i < READS; i++) {
      int key = random.nextInt(KEYS);
      long begun = System.nanoTime();
      String value = function.get(key);
      nanos[i] = System.nanoTime() - begun;
      assertThat(value).isEqualTo("value of " + key);
    }
    return Figures.of(LongStream.of(nanos));
  }

  /** With the threads that functions have if they are given no others. */
  @Test
  void openedAndClosed_whileLoadersHang_leavesNoThread() throws Exception {
    int cycles = Form.of(10, 500);
    LiveThreads.awaitNone("cairn-load"); // that were there before
    LiveThreads before = LiveThreads.now();
    for (Shelf shelf : List.of(Shelf.MEMORY, Shelf.FILE, Shelf.REDIS)) {
      for (int i = 0; i < cycles; i++) {
        try (TwoSides sides = new TwoSides(shelf, directory)) {
          cycle(sides);
        }
      }
      Form.report(19, shelf, "opened and closed %d times".formatted(cycles));
    }
    await().atMost(PATIENCE).until(() -> hanging.get() == 0);
    before.awaitNoOthers();
    LiveThreads.awaitNone("cairn-load");
  }

  private void cycle(TwoSides sides) {
    holdUp = new CountDownLatch(0);
    Cached1<Integer, String> function =
        Cached.of(sides.here.cache)
            .key("f:{}")
            .ttl(Duration.ofMinutes(1))
            .stale(Duration.ofHours(1))
            .deadline(Duration.ofMillis(500))
            .build(this::load);
    function.get(1);
    sides.pass(70);
    holdUp = new CountDownLatch(1);
    assertThat(function.get(1)).isEqualTo("value of 1");
    var unused = function.getAsync(2);
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> hanging.get() > 0);
  }
}
