package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.cairncache.testkit.redis.RedisCluster;
import org.cairncache.testkit.redis.RedisSentinels;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Promise 15: when a primary is killed its replica is soon used, no key shows what was not written
 * there, and a write that replicas confirmed is not lost. What else is lost is counted.
 */
final class RedisFailoverTest {
  private static final double RECOVERED_MILLIS = 5_000;
  private static final String KEY = "probe";

  @TempDir private Path directory;

  private final Random random = new Random(15);
  private final AtomicInteger generation = new AtomicInteger();

  /** Who sees that a primary is gone. */
  enum Watch {
    CLUSTER(() -> new Replicated.OfCluster(RedisCluster.start())),
    SENTINEL(() -> new Replicated.OfSentinels(RedisSentinels.start()));

    private final Supplier<Replicated> servers;

    Watch(Supplier<Replicated> servers) {
      this.servers = servers;
    }
  }

  @ParameterizedTest
  @EnumSource
  void killedPrimary_isFollowedAndLosesNoConfirmedWrite(Watch watch) throws Exception {
    int kills = Form.of(1, 20);
    long[] plainTimes = new long[kills];
    long[] confirmedTimes = new long[kills];
    try (Replicated servers = watch.servers.get();
        FailoverSide plain = side(servers, 0);
        FailoverSide confirmed = side(servers, 1)) {
      for (int i = 0; i < kills; i++) {
        RedisServer killed = kill(servers);
        long promoted = System.nanoTime();
        CompletableFuture<Long> later =
            CompletableFuture.supplyAsync(() -> recovery(confirmed, promoted));
        plainTimes[i] = recovery(plain, promoted);
        confirmedTimes[i] = later.join();
        assertThat(confirmed.isDone(KEY)).as("a write that no replica has is done").isFalse();
        servers.restore(killed);
        await().atMost(Duration.ofSeconds(20)).until(() -> confirmed.isDone(KEY));
        plain.count();
        confirmed.count();
      }
      Figures plainFigures = Figures.of(LongStream.of(plainTimes));
      Figures confirmedFigures = Figures.of(LongStream.of(confirmedTimes));
      Form.report(
          15,
          watch,
          "%s, recovered after %s; %s, recovered after %s"
              .formatted(plain, plainFigures, confirmed, confirmedFigures));
      assertThat(plainFigures.millis(1)).isLessThanOrEqualTo(Form.bound(RECOVERED_MILLIS));
      assertThat(confirmedFigures.millis(1)).isLessThanOrEqualTo(Form.bound(RECOVERED_MILLIS));
      assertThat(plain.older() + confirmed.older()).as("reads of an older value").isZero();
      assertThat(confirmed.lost()).as("confirmed writes lost").isZero();
    }
  }

  private FailoverSide side(Replicated servers, int waitReplicas) throws Exception {
    return new FailoverSide(directory, servers.uri(), waitReplicas, generation::get);
  }

  private RedisServer kill(Replicated servers) {
    String key = "cairn:failover:" + KEY;
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(500, 1_000)));
    RedisServer primary = servers.primary(key);
    generation.incrementAndGet();
    primary.kill();
    servers.awaitPromotion(primary, key);
    generation.incrementAndGet();
    return primary;
  }

  private static long recovery(FailoverSide side, long promotedNanos) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> side.isCarriedOut(KEY));
    return System.nanoTime() - promotedNanos;
  }
}
