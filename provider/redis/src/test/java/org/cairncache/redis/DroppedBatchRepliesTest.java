package org.cairncache.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Outcome;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.spi.Replacement;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.Stored;
import org.cairncache.spi.encoded.Envelope;
import org.cairncache.testkit.proxy.Ending;
import org.cairncache.testkit.redis.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a store says of touches, of puts that keep the deadline and of each key of a batch while
 * replies are lost, against what Redis, asked directly, has: done is done, a conflict and a plain
 * {@link StoreException} changed nothing, and only an {@link OutcomeUnknownException} leaves open
 * which. {@code -Pnightly} drops a thousand.
 */
final class DroppedBatchRepliesTest {
  private static final int DROPS = Boolean.getBoolean("nightly") ? 1_000 : 10;
  private static final int MANY = 8;
  private static final long SEED = 5;
  private static final long SOON = System.currentTimeMillis() + 3_600_000;
  private static final long LATER = SOON + 3_600_000;

  private final ProxiedRedis redis = new ProxiedRedis();
  private final RedisKeys names = new RedisKeys("test", "c");
  private final RedisProcess process =
      new RedisProcess(redis.uri())
          .with(RedisSettings.COMMAND_TIMEOUT, Duration.ofSeconds(5))
          .with(RedisSettings.CIRCUIT_FAILURES, 1_000L);
  private final Store<String, String> store = process.open();
  private final Random random = new Random(SEED);
  private int round;
  private int doubts;
  private int refusals;
  private int done;

  @AfterEach
  void close() {
    process.close();
    redis.close();
  }

  @ParameterizedTest
  @EnumSource
  void touch_whoseReplyIsDropped_isNeverWrong(Ending ending) {
    run(
        ending,
        2,
        () -> {
          Stored<String> entry = store.put(key(0), "before", Lifetime.until(SOON));
          Stored<String> stale = store.put(key(1), "stale", Lifetime.until(SOON));
          store.put(key(1), "before", Lifetime.until(SOON));
          byte[] fresh = bytes(0);
          byte[] other = bytes(1);
          drop(2);
          check(() -> store.touch(key(0), entry, LATER), fresh, 0, LATER);
          check(() -> store.touch(key(1), stale, LATER), other, 1, LATER);
        });
  }

  @ParameterizedTest
  @EnumSource
  void putKeepingDeadline_whoseReplyIsDropped_isNeverWrong(Ending ending) {
    run(
        ending,
        1,
        () -> {
          boolean there = random.nextBoolean();
          if (there) {
            store.put(key(0), "before", Lifetime.until(SOON));
          }
          byte[] before = bytes(0);
          drop(1);
          String value = "value" + round;
          Outcome<String> outcome =
              Outcome.of(
                  () ->
                      store.putKeepingDeadline(
                          key(0), value, Lifetime.until(LATER), System.currentTimeMillis()));
          long deadline = there ? SOON : LATER;
          check(outcome, 0, before, value);
          if (outcome instanceof Outcome.Written<String> written) {
            assertThat(written.stored().expiresAtMillis()).isEqualTo(deadline);
            assertThat(Envelope.expiresAtMillis(bytes(0))).isEqualTo(deadline);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void getAll_whoseReplyIsDropped_throwsOrTellsTheTruth(Ending ending) {
    run(
        ending,
        1,
        () -> {
          Map<String, String> there = new HashMap<>();
          for (int i = 0; i < MANY; i += 2) {
            there.put(key(i), "value" + round);
          }
          store.putAll(there, Lifetime.ETERNAL);
          drop(2);
          try {
            Map<String, String> found = new HashMap<>();
            store.getAll(keys()).forEach((key, stored) -> found.put(key, stored.value()));
            assertThat(found).isEqualTo(there);
            done++;
          } catch (OutcomeUnknownException wrong) {
            throw new AssertionError("a read changes nothing", wrong);
          } catch (StoreException honest) {
            doubts++;
            refusals++;
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void putAll_whoseRepliesAreDropped_isNeverWrongOfAnyKey(Ending ending) {
    putAll(ending, MANY, Lifetime.until(SOON));
  }

  @ParameterizedTest
  @EnumSource
  void putAll_byOneCommandWhoseReplyIsDropped_isNeverWrongOfAnyKey(Ending ending) {
    putAll(ending, 2, Lifetime.ETERNAL);
  }

  private void putAll(Ending ending, int among, Lifetime lifetime) {
    run(
        ending,
        MANY,
        () -> {
          List<byte[]> before = someEntries();
          Map<String, String> next = new HashMap<>();
          for (int i = 0; i < MANY; i++) {
            next.put(key(i), "value" + i);
          }
          drop(among);
          Map<String, Outcome<String>> outcomes = store.putAll(next, lifetime);
          assertThat(outcomes).containsOnlyKeys(next.keySet());
          for (int i = 0; i < MANY; i++) {
            assertThat(outcomes.get(key(i))).isNotInstanceOf(Outcome.Conflict.class);
            check(present(outcomes.get(key(i))), i, before.get(i), "value" + i);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void replaceAll_whoseRepliesAreDropped_isNeverWrongOfAnyKey(Ending ending) {
    run(
        ending,
        MANY,
        () -> {
          List<byte[]> before = someEntries();
          Map<String, Replacement<String>> next = new HashMap<>();
          List<Boolean> wins = new ArrayList<>();
          for (int i = 0; i < MANY; i++) {
            boolean asItIs = random.nextInt(3) > 0;
            Stored<String> there = store.getLatest(key(i));
            Stored<String> expected = asItIs == (there != null) ? there : null;
            wins.add(expected == there);
            next.put(
                key(i),
                new Replacement<>(expected, "value" + i, Lifetime.until(SOON), Attributes.NONE));
          }
          drop(MANY);
          Map<String, Outcome<String>> outcomes = store.replaceAll(next);
          assertThat(outcomes).containsOnlyKeys(next.keySet());
          for (int i = 0; i < MANY; i++) {
            Outcome<String> outcome = present(outcomes.get(key(i)));
            check(outcome, i, before.get(i), "value" + i);
            if (!(outcome instanceof Outcome.Failed<String>)) {
              assertThat(outcome instanceof Outcome.Written<String>).isEqualTo(wins.get(i));
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void clear_whoseReplyIsDropped_saysThatNobodyKnows(Ending ending) {
    run(
        ending,
        1,
        () -> {
          someEntries();
          List<byte[]> before = all();
          drop(5);
          try {
            store.clear();
            assertThat(all()).containsOnlyNulls();
            done++;
          } catch (OutcomeUnknownException doubt) {
            doubts++;
          } catch (StoreException nothingDone) {
            refusals++;
            assertUnchanged(before, all());
          }
        });
  }

  /** Drops replies until there were enough, with new keys for each round. */
  private void run(Ending ending, int perRound, Runnable once) {
    redis.proxy().endAfterDrop(ending);
    for (round = 0; redis.proxy().dropped() < Math.max(DROPS / perRound, 10); round++) {
      redis.proxy().keepReplies();
      awaitConnection();
      once.run();
      assertThat(round).as("rounds, of which none loses a reply").isLessThan(20 * DROPS);
    }
    assertThat(done).as("answers settled or not disturbed").isPositive();
    assertThat(doubts).as("honest doubts").isPositive();
  }

  // What one round dropped is no matter of the next one's preparations.
  private void awaitConnection() {
    for (int i = 0; ; i++) {
      try {
        store.getLatest("any");
        return;
      } catch (StoreException notYet) {
        assertThat(i).isLessThan(100);
      }
    }
  }

  /** Lets the reply to one of the next so many commands be lost, and at times the one after it. */
  private void drop(int among) {
    int first = random.nextInt(among);
    int last = first + random.nextInt(2);
    int[] count = {0};
    redis
        .proxy()
        .dropReplies(
            command ->
                !List.of("HELLO", "PING", "CLIENT").contains(command)
                    && isBetween(count[0]++, first, last));
  }

  private static boolean isBetween(int number, int first, int last) {
    return number >= first && number <= last;
  }

  private void check(Supplier<Boolean> touch, byte[] before, int i, long deadline) {
    try {
      boolean said = touch.get();
      byte[] after = bytes(i);
      done++;
      assertThat(Envelope.expiresAtMillis(after))
          .isEqualTo(said ? deadline : Envelope.expiresAtMillis(before));
      assertThat(said).as("of the entry as it is").isEqualTo(i == 0);
      long left = redis.redis().command("PTTL".getBytes(UTF_8), names.of(key(i))).number();
      assertThat(left > SOON - System.currentTimeMillis() + 60_000).isEqualTo(said);
    } catch (OutcomeUnknownException doubt) {
      doubts++;
    } catch (StoreException refused) {
      refusals++;
      assertThat(bytes(i)).isEqualTo(before);
    }
  }

  private void check(Outcome<String> outcome, int i, byte @Nullable [] before, String value) {
    byte[] after = bytes(i);
    if (outcome instanceof Outcome.Written<String> written) {
      done++;
      assertThat(written.stored().value()).isEqualTo(value);
      assertThat(after).isNotNull();
      assertThat(new String(after, UTF_8)).endsWith(value);
      assertThat(written.stored().token()).isEqualTo(Arrays.copyOfRange(after, 8, 16));
    } else if (outcome instanceof Outcome.Failed<String> failed
        && failed.cause() instanceof OutcomeUnknownException) {
      doubts++;
    } else {
      refusals += outcome instanceof Outcome.Failed<String> ? 1 : 0;
      assertThat(after).as("%s, so nothing changed", outcome).isEqualTo(before);
    }
  }

  private List<byte[]> someEntries() {
    for (int i = 0; i < MANY; i++) {
      if (random.nextBoolean()) {
        store.put(key(i), "before", Lifetime.until(SOON));
      }
    }
    return all();
  }

  private List<byte[]> all() {
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      all.add(bytes(i));
    }
    return all;
  }

  private static void assertUnchanged(List<byte[]> before, List<byte[]> after) {
    for (int i = 0; i < MANY; i++) {
      assertThat(after.get(i)).isEqualTo(before.get(i));
    }
  }

  private Set<String> keys() {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      keys.add(key(i));
    }
    return keys;
  }

  private String key(int i) {
    return "k" + round + "-" + i;
  }

  private byte @Nullable [] bytes(int i) {
    Reply reply = redis.redis().command("GET".getBytes(UTF_8), names.of(key(i)));
    return reply.isNull() ? null : reply.bytes();
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new AssertionError("nothing");
    }
    return value;
  }
}
