package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 14: a Redis that is killed and started again is used again at once, and leaves nothing.
 */
final class RedisRestartTest {
  private static final int PER_SECOND = 200;
  private static final double BACK_MILLIS = 2_000;
  private static final double CALL_MILLIS = 1_000;
  private static final int LONGEST_OUTAGE_MILLIS = 3_000;

  @TempDir private Path directory;

  private final Random random = new Random(14);

  @Test
  void killedAndRestarted_isUsedAgainAndLeavesNoThread() throws Exception {
    int kills = Form.of(3, 50);
    long[] back = new long[kills];
    LiveThreads before = LiveThreads.now();
    Figures calls;
    LiveThreads connected;
    try (RedisServer server = RedisServer.start();
        CacheManager manager = ConfigurationFile.write(directory, "restart", server.uri()).open()) {
      Cache<String, byte[]> cache = cache(manager);
      long start = System.nanoTime();
      try (OpenLoop loop = OpenLoop.start(PER_SECOND, number -> call(cache, number))) {
        back[0] = outage(server, cache);
        connected = LiveThreads.now();
        for (int i = 1; i < kills; i++) {
          back[i] = outage(server, cache);
        }
        assertThat(LiveThreads.now().names())
            .as("threads after more outages")
            .isSubsetOf(connected.names());
        calls = Figures.of(loop.due(start, System.nanoTime()).mapToLong(OpenLoop.Timed::nanos));
      }
    }
    before.awaitNoOthers();
    Figures figures = Figures.of(LongStream.of(back));
    Form.report(14, "redis", "back after %s; calls %s; 0 threads left".formatted(figures, calls));
    assertThat(figures.millis(1)).isLessThanOrEqualTo(Form.bound(BACK_MILLIS));
    assertThat(calls.millis(1)).isLessThanOrEqualTo(Form.bound(CALL_MILLIS));
  }

  private static Cache<String, byte[]> cache(CacheManager manager) {
    return manager.createCache(
        "restart", new MutableConfiguration<String, byte[]>().setTypes(String.class, byte[].class));
  }

  private static void call(Cache<String, byte[]> cache, long number) {
    String key = "key-" + number % 64;
    if (number / 64 % 2 == 0) {
      cache.put(key, Proof.of(key, number));
    } else {
      byte[] value = cache.get(key);
      if (value != null) {
        Proof.sequence(key, value);
      }
    }
  }

  /** From the server's first answer to the first write and read that succeed. */
  private long outage(RedisServer server, Cache<String, byte[]> cache) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(50, 500)));
    server.kill();
    // Not for an order: an outage may be of any length.
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_OUTAGE_MILLIS)));
    server.restart();
    long open = System.nanoTime();
    await()
        .pollInterval(Duration.ofMillis(5))
        .ignoreExceptionsInstanceOf(CacheException.class)
        .until(
            () -> {
              cache.put("own", Proof.of("own", open));
              byte[] value = cache.get("own");
              return value != null && Proof.sequence("own", value) == open;
            });
    return System.nanoTime() - open;
  }
}
