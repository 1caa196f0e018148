package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.Callable;
import javax.cache.Cache;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.spi.StoreException;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.proxy.Ending;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A reply that is lost never becomes a wrong answer: what a conditional operation says is what
 * Redis, asked directly, shows to have happened, and after a plain {@link StoreException} nothing
 * has. {@code -Pnightly} drops a thousand.
 */
final class DroppedRepliesTest {
  private static final int DROPS = Boolean.getBoolean("nightly") ? 1_000 : 50;
  private static final long SEED = 4;

  private final ProxiedRedis redis = new ProxiedRedis();
  private final OwnManager manager =
      new OwnManager(redis.uri())
          .with("cairn.command-timeout", "2 s")
          .with("cairn.circuit-failures", "1000");
  private final OwnManager direct = new OwnManager(redis.redis().uri().resolve("/0?prefix=test"));
  private final Random random = new Random(SEED);
  private int unknown;
  private int answered;

  @AfterEach
  void close() {
    manager.close();
    direct.close();
    redis.close();
  }

  @ParameterizedTest
  @EnumSource
  void operation_whoseRepliesAreDropped_isNeverWrong(Ending ending) {
    Cache<String, String> cache = manager.cache("c");
    Cache<String, String> truth = direct.cache("c");
    redis.proxy().endAfterDrop(ending);
    int round = 0;
    while (redis.proxy().dropped() < DROPS) {
      check(cache, truth, round++);
    }
    assertThat(answered).as("answers settled or not disturbed").isPositive();
    assertThat(unknown).as("honest doubts").isPositive();
  }

  // Nobody else writes, so what is there before and after tells what the operation did.
  private void check(Cache<String, String> cache, Cache<String, String> truth, int round) {
    redis.proxy().keepReplies();
    String before = random.nextBoolean() ? "before" + round : null;
    if (before == null) {
      truth.remove("k");
    } else {
      truth.put("k", before);
    }
    String value = "value" + round;
    int kind = random.nextInt(6);
    drop();
    Said said = ask(() -> run(cache, kind, before, value));
    redis.proxy().keepReplies();
    String after = truth.get("k");
    String which = "round %d, operation %d".formatted(round, kind);
    switch (said) {
      case UNKNOWN -> unknown++;
      case FAILED -> assertThat(after).as(which).isEqualTo(before);
      case TRUE, FALSE -> {
        answered++;
        assertThat(said == Said.TRUE)
            .as("%s, before %s, after %s", which, before, after)
            .isEqualTo(happened(kind, before, value, after));
      }
    }
  }

  /** What came of an operation, as the caller sees it. */
  private enum Said {
    TRUE,
    FALSE,
    UNKNOWN,
    FAILED
  }

  private void drop() {
    int skipped = random.nextInt(3);
    int[] left = {skipped};
    redis.proxy().dropReplies(command -> left[0]-- == 0 && !isLettuces(command));
  }

  private static boolean isLettuces(String command) {
    return command.equals("HELLO") || command.equals("PING") || command.equals("CLIENT");
  }

  private static boolean run(
      Cache<String, String> cache, int kind, @Nullable String before, String value) {
    return switch (kind) {
      case 0 -> cache.putIfAbsent("k", value);
      case 1 -> cache.replace("k", value);
      case 2 -> cache.replace("k", before == null ? "none" : before, value);
      case 3 -> cache.remove("k");
      case 4 -> cache.remove("k", before == null ? "none" : before);
      default -> {
        cache.put("k", value);
        yield true;
      }
    };
  }

  private static boolean happened(
      int kind, @Nullable String before, String value, @Nullable String after) {
    boolean written = value.equals(after);
    boolean removed = before != null && after == null;
    if (!written && !removed) {
      assertThat(after).isEqualTo(before);
    }
    return kind == 3 || kind == 4 ? removed : written;
  }

  private static Said ask(Callable<Boolean> operation) {
    try {
      return operation.call() ? Said.TRUE : Said.FALSE;
    } catch (OutcomeUnknownException doubt) {
      return Said.UNKNOWN;
    } catch (StoreException refused) {
      return Said.FAILED;
    } catch (Exception other) {
      throw new AssertionError(other);
    }
  }
}
