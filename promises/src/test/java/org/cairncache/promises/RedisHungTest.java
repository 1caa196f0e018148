package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.cache.CacheManager;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.StoreObserver;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 13: a Redis that hangs costs its callers a moment, then nothing, and no wrong answer. */
final class RedisHungTest {
  private static final int PER_SECOND = 200;
  private static final double OPEN_MILLIS = 1_000;
  private static final double CALL_MILLIS = 5;
  // So many calls are due in a second, with 1 kB each and what a command needs besides.
  private static final long HEAP_BYTES = 8L << 20;
  private static final Duration BEFORE = Duration.ofSeconds(1);

  @TempDir private Path directory;

  private final List<Long> openings = new CopyOnWriteArrayList<>();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicInteger misses = new AtomicInteger();
  private volatile boolean mayMiss;
  private final StoreObserver observer =
      new StoreObserver() {
        @Override
        public void circuitOpen(boolean open) {
          if (open) {
            openings.add(System.nanoTime());
          }
        }

        @Override
        public void failed(Operation operation, long nanos, Throwable cause) {
          unanswered.incrementAndGet();
        }
      };

  @Test
  void stoppedServer_costsTheFirstCallersOnlyAndNoWrite() throws Exception {
    Duration stop = Duration.ofSeconds(Form.of(4, 30));
    try (RedisServer server = RedisServer.start();
        CacheManager manager = ConfigurationFile.write(directory, "hung", server.uri()).open()) {
      Writes writes =
          new Writes(
              manager.createCache(
                  "hung",
                  CairnConfiguration.builder(String.class, byte[].class)
                      .observer(observer)
                      .build()),
              "write");
      try (OpenLoop loop = OpenLoop.start(PER_SECOND, number -> call(writes, number))) {
        Time.pass(BEFORE);
        long heap = usedHeap();
        mayMiss = true;
        server.pause();
        long stopped = System.nanoTime();
        Time.pass(stop);
        long looked = System.nanoTime(); // what the collection of garbage holds up is not counted
        long grown = usedHeap() - heap;
        server.resume();
        long resumed = System.nanoTime();
        int acknowledged = writes.acknowledged();
        await().until(() -> writes.acknowledged() > acknowledged);
        double back = (System.nanoTime() - resumed) / 1e6;
        await().until(writes::read);
        Time.pass(BEFORE);
        mayMiss = false;
        Time.pass(BEFORE);
        check(loop, stopped, looked, grown, back);
      }
      int acknowledged = writes.acknowledged();
      assertThat(writes.lost()).as("acknowledged writes lost of " + acknowledged).isZero();
    }
  }

  private void call(Writes writes, long number) {
    if (number % 2 == 0) {
      writes.write();
    } else if (!writes.read()) {
      misses.incrementAndGet();
      if (!mayMiss) {
        throw new AssertionError("A miss while Redis answers");
      }
    }
  }

  private void check(OpenLoop loop, long stopped, long looked, long grown, double back) {
    assertThat(openings).as("openings of the circuit").hasSize(1);
    long opened = openings.get(0);
    double open = (opened - stopped) / 1e6;
    Figures before = Figures.of(nanos(loop, stopped - BEFORE.toNanos(), stopped));
    Figures until = Figures.of(nanos(loop, stopped, opened));
    Figures after = Figures.of(nanos(loop, opened, looked));
    Form.report(
        13,
        "redis",
        ("circuit open after %.0f ms; calls before %s; until it is open %s; then %s; %d commands"
                + " unanswered, %d misses, heap grown by %d kB, back after %.0f ms")
            .formatted(
                open, before, until, after, unanswered.get(), misses.get(), grown >> 10, back));
    assertThat(open).as("ms until the circuit is open").isLessThanOrEqualTo(bound(OPEN_MILLIS));
    assertThat(after.millis(0.99)).as("ms at p99").isLessThanOrEqualTo(bound(CALL_MILLIS));
    assertThat(grown).as("bytes of heap more").isLessThanOrEqualTo(HEAP_BYTES);
    assertThat(back).as("ms until it is back").isLessThanOrEqualTo(bound(OPEN_MILLIS));
    assertThat(unanswered).as("commands that were sent").hasValueLessThanOrEqualTo(PER_SECOND);
  }

  private static double bound(double millis) {
    return Form.bound(millis);
  }

  private static LongStream nanos(OpenLoop loop, long from, long until) {
    return loop.due(from, until).mapToLong(OpenLoop.Timed::nanos);
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
