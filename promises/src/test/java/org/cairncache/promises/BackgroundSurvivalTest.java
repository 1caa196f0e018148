package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.cache.CacheManager;
import org.cairncache.freshness.background.BackgroundObserver.Result;
import org.cairncache.freshness.background.WriteTask;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever fails, mirrors keep serving what they have, without waiting, and catch up after it. */
@Timeout(300)
final class BackgroundSurvivalTest {
  private static final double READ_MILLIS = 5;
  private static final double MOMENT_MILLIS = 250;
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final double CLOSE_MILLIS = 5_000;
  private static final Duration OUTAGE = Duration.ofSeconds(Form.of(1, 30));

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void storeAway_mirrorsServeAndCatchUp(Outage.Of which) throws Exception {
    try (Outage store = which.open(directory);
        Pair pair = new Pair(store(store))) {
      survive(which, pair, store::begin, store::end);
    }
  }

  @Test
  void sourceFails_mirrorsServeAndTellSinceWhen() throws Exception {
    try (Outage store = Outage.Of.REDIS.open(directory);
        Pair pair = new Pair(store(store))) {
      Runnable fail =
          () -> {
            pair.failure = new IllegalStateException("down");
            Instant begun = Instant.now();
            await().atMost(Pair.PATIENCE).until(() -> pair.mirror.writerSilentSince().isPresent());
            Instant since = pair.mirror.writerSilentSince().orElseThrow();
            assertThat(since)
                .isBetween(begun.minusSeconds(1), begun.plus(Pair.WRITES_EVERY).plusSeconds(1));
          };
      survive("source fails", pair, fail, () -> pair.failure = null);
      await().atMost(Pair.PATIENCE).until(() -> pair.mirror.writerSilentSince().isEmpty());
      assertThat(pair.results).contains(Result.FAILURE);
    }
  }

  @Test
  void executorFull_mirrorsServeAndTasksGoOn() throws Exception {
    CountDownLatch full = new CountDownLatch(1);
    Callable<Boolean> hang = () -> full.await(5, TimeUnit.MINUTES);
    int threads = 2;
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(0, threads, 1, TimeUnit.MINUTES, new SynchronousQueue<>());
    try (Outage store = Outage.Of.REDIS.open(directory);
        Pair pair = new Pair(store(store), executor)) {
      Runnable fill =
          () -> {
            for (int i = 0; i < threads; i++) {
              await()
                  .atMost(Pair.PATIENCE)
                  .pollInterval(Duration.ofMillis(1))
                  .ignoreExceptions()
                  .until(() -> executor.submit(hang) != null);
            }
          };
      survive("executor full", pair, fill, full::countDown);
      assertThat(pair.results).contains(Result.PUT_OFF);
    } finally {
      executor.shutdownNow();
    }
  }

  private URI store(Outage store) throws Exception {
    return ConfigurationFile.write(directory, "pair", store.uri()).path().toUri();
  }

  /** Mirrors serve all the time, and get something new after it. */
  private static void survive(Object what, Pair pair, Runnable begin, Runnable end)
      throws Exception {
    try (SteadyReader reader = SteadyReader.start(() -> pair.read() > 0)) {
      begin.run();
      Time.pass(OUTAGE);
      Figures meanwhile = reader.figures();
      long known = pair.loaded();
      end.run();
      double back = pair.until(number -> number > known);
      report(what, "reads meanwhile %s; something new after %.0f ms".formatted(meanwhile, back));
      assertThat(meanwhile.millis(0.99)).isLessThanOrEqualTo(Form.bound(READ_MILLIS));
      assertThat(reader.misses()).as("reads of nothing").isZero();
    }
    await().atMost(Pair.PATIENCE).until(pair.writer::isWriting);
  }

  @Test
  void processSuspended_servesNothingExpiredAndStandsBy() throws Exception {
    try (RedisServer server = RedisServer.start()) {
      ConfigurationFile store = ConfigurationFile.write(directory, "suspended", server.uri());
      try (ChildJvm child = ChildJvm.start(SuspendedPair.class, store);
          CacheManager manager = store.open()) {
        assertThat(child.hear()).isEqualTo("writes");
        try (WriteTask<Long> other =
            SuspendedPair.writer(manager).lease(LONG).build(HostClock::micros)) {
          child.pause();
          await().atMost(Pair.PATIENCE).until(other::isWriting);
          Time.pass(SuspendedPair.TTL.multipliedBy(2));
          server.pause(); // so that nothing new comes before the old one is dropped
          child.resume();
          String expired = child.hear();
          server.resume();
          String[] back = child.hear().split(" ");
          report(
              "process suspended",
              "what had expired was served for %s ms after it, something new after %s ms"
                  .formatted(expired, back[0]));
          assertThat(Double.parseDouble(expired)).isLessThanOrEqualTo(Form.bound(MOMENT_MILLIS));
          assertThat(back[1]).as("writes still").isEqualTo("false");
          assertThat(other.isWriting()).isTrue();
          child.say("end");
          child.hearAll();
        }
      }
    }
  }

  private static void report(Object what, String figures) {
    System.out.println("Background survival, " + what + ": " + figures);
  }

  /** With the threads that tasks have if they are given no others. */
  @Test
  void storeHangs_closeEndsSoonAndLeavesNoThread() throws Exception {
    try (RedisServer server = RedisServer.start()) {
      Path file = ConfigurationFile.write(directory, "hung", server.uri()).path();
      LiveThreads before = LiveThreads.now();
      Pair pair = new Pair(file.toUri());
      server.pause();
      long begun = System.nanoTime();
      pair.close();
      double millis = (System.nanoTime() - begun) / 1e6;
      report(
          "Redis hangs",
          "a writer, a mirror and their managers closed in %.0f ms".formatted(millis));
      assertThat(millis).isLessThanOrEqualTo(Form.bound(CLOSE_MILLIS));
      before.awaitNoOthers();
      LiveThreads.awaitNone("cairn-background", "cairn-load");
    }
  }
}
