package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Outcome;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.spi.Store;
import org.cairncache.testkit.proxy.Direction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More commands than may wait for a slow server are refused, and were never sent. */
final class OverflowTest {
  private static final int BATCH = 500;

  private static final long SOON = System.currentTimeMillis() + 3_600_000;

  private final ProxiedRedis redis = new ProxiedRedis();
  private final RedisProcess process =
      new RedisProcess(redis.uri())
          .with(RedisSettings.COMMAND_TIMEOUT, Duration.ofSeconds(30))
          .with(RedisSettings.MAXIMUM_PENDING, 1_000L);
  private final Store<String, String> store = process.open();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    threads.shutdownNow();
    process.close();
    redis.close();
  }

  @Test
  void putAll_pendingCommandsAreAtTheirMaximum_isRefusedAtOnceAndChangesNothing() {
    redis.proxy().stall(Direction.REPLIES);
    redis.proxy().resetCounters();
    List<CompletableFuture<Map<String, Outcome<String>>>> filling = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      filling.add(CompletableFuture.supplyAsync(() -> putAll(name), threads));
    }
    await().until(() -> redis.proxy().count() == 2 * BATCH);

    Map<String, Outcome<String>> refused = putAll("c");
    assertThat(refused.values())
        .allSatisfy(
            outcome ->
                assertThat(outcome)
                    .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                            assertThat(failed.cause())
                                .isNotInstanceOf(OutcomeUnknownException.class)
                                .hasMessageContaining("exceeded")));

    redis.proxy().resume();
    for (CompletableFuture<Map<String, Outcome<String>>> filled : filling) {
      assertThat(filled.join().values()).allMatch(Outcome.Written.class::isInstance);
    }
    assertThat(store.getAll(refused.keySet())).isEmpty();
  }

  private Map<String, Outcome<String>> putAll(String name) {
    Map<String, String> entries = new HashMap<>();
    for (int i = 0; i < BATCH; i++) {
      entries.put(name + i, "v");
    }
    return store.putAll(entries, Lifetime.until(SOON)); // so each is a command
  }
}
