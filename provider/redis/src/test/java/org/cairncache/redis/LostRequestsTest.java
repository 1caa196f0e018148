package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Outcome;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.spi.Replacement;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.Stored;
import org.cairncache.testkit.proxy.Direction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A request that is lost on its way was sent as far as the client knows: what it then finds is the
 * entry as it was, and no proof of anything.
 */
final class LostRequestsTest {
  private static final int ROUNDS = Boolean.getBoolean("nightly") ? 50 : 1;
  private static final long SOON = System.currentTimeMillis() + 3_600_000;
  private static final long LATER = SOON + 3_600_000;

  private final ProxiedRedis redis = new ProxiedRedis();
  private final RedisProcess process =
      new RedisProcess(redis.uri())
          .with(RedisSettings.COMMAND_TIMEOUT, Duration.ofSeconds(10))
          .with(RedisSettings.CIRCUIT_FAILURES, 1_000L);
  private final Store<String, String> store = process.open();
  private final RedisProcess direct =
      new RedisProcess(redis.redis().uri().resolve("/0?prefix=test"));
  private final Store<String, String> truth = direct.open();
  private int doubts;

  @AfterEach
  void close() {
    process.close();
    direct.close();
    redis.close();
  }

  @Test
  void write_whoseRequestIsLost_isNeverSaidToBeDone() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      check(entry -> store.touch("k", entry, LATER), Effect.TOUCHED);
      check(entry -> store.put("k", "after", Lifetime.until(LATER)) != null, Effect.PUT);
      check(entry -> store.remove("k", entry), Effect.REMOVED);
      check(
          entry ->
              store.replace("k", entry, "after", Lifetime.until(LATER), Attributes.NONE) != null,
          Effect.PUT);
      check(
          entry ->
              store.putKeepingDeadline("k", "after", Lifetime.until(LATER), SOON - 1_000) != null,
          Effect.PUT);
      check(entry -> done(store.putAll(Map.of("k", "after"), Lifetime.ETERNAL)), Effect.PUT);
      check(
          entry -> done(store.putAll(Map.of("k", "after", "l", "too"), Lifetime.ETERNAL)),
          Effect.PUT);
      check(
          entry ->
              done(
                  store.replaceAll(
                      Map.of(
                          "k",
                          new Replacement<>(
                              entry, "after", Lifetime.until(LATER), Attributes.NONE)))),
          Effect.PUT);
    }
    assertThat(doubts).as("honest doubts").isPositive();
  }

  private static boolean done(Map<String, Outcome<String>> outcomes) {
    Outcome<String> outcome = outcomes.get("k");
    if (outcome instanceof Outcome.Failed<String> failed) {
      throw failed.cause();
    }
    return outcome instanceof Outcome.Written<String>;
  }

  /** What an operation does to the entry. */
  private enum Effect {
    TOUCHED,
    PUT,
    REMOVED
  }

  /** An operation on an entry; true if it says that it did its work. */
  private interface Write {
    boolean of(Stored<String> entry);
  }

  private void check(Write write, Effect effect) throws Exception {
    Stored<String> before = truth.put("k", "before", Lifetime.until(SOON));
    boolean said;
    try {
      said = lose(() -> write.of(before));
    } catch (OutcomeUnknownException doubt) {
      doubts++;
      return;
    } catch (StoreException plain) {
      said = false;
    }
    assertThat(said).as("%s, which is there", effect).isEqualTo(happened(effect));
  }

  private boolean happened(Effect effect) {
    Stored<String> after = truth.getLatest("k");
    return switch (effect) {
      case REMOVED -> after == null;
      case PUT -> after != null && after.value().equals("after");
      case TOUCHED -> after != null && after.expiresAtMillis() == LATER;
    };
  }

  /** Loses what the operation sends first, if it was sent before the connection is ended. */
  private boolean lose(Callable<Boolean> operation) throws Exception {
    awaitConnection();
    redis.proxy().stall(Direction.REQUESTS);
    FutureTask<Boolean> task = new FutureTask<>(operation);
    Thread thread = new Thread(task);
    thread.start();
    await().pollInterval(Duration.ofMillis(20)).until(() -> waits(thread));
    redis.proxy().resetConnections();
    redis.proxy().resume();
    try {
      return task.get();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof StoreException told ? told : failure;
    }
  }

  private static boolean waits(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING || !thread.isAlive();
  }

  private void awaitConnection() {
    await()
        .pollInterval(Duration.ofMillis(10))
        .ignoreExceptionsInstanceOf(StoreException.class)
        .until(
            () -> {
              store.getLatest("k");
              return true;
            });
  }
}
