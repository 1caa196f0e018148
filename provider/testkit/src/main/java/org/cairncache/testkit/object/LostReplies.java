package org.cairncache.testkit.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.http.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random replies are lost: no answer is wrong. */
public abstract class LostReplies {
  // Shorter than any entry.
  private static final int TOMBSTONE_BYTES = 12;
  private static final int FAULTS = Boolean.getBoolean("nightly") ? 1_000 : 60;

  private final ObjectPlace place = place();
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private int answered;

  /** A new bucket. */
  protected abstract ObjectPlace place();

  @AfterEach
  void close() {
    place.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void conditionalOperations_randomRepliesAreLost_sayNothingWrong(boolean tombstones) {
    try (OwnManager manager = tombstones ? place.tombstoning() : place.manager()) {
      Cache<String, String> cache = manager.cache("c");
      Random chance = new Random(seed + 1);
      place.faults().when(request -> chance.nextInt(4) == 0, Fault.dropReply());
      String there = null;
      int tries = 0;
      for (; place.faults().met() < FAULTS; tries++) {
        there = oneOf(cache, there, "v" + tries);
      }
      assertThat(answered).as("seed %d", seed).isGreaterThan(tries / 4);
    }
  }

  private @Nullable String oneOf(Cache<String, String> cache, @Nullable String there, String next) {
    String expected = random.nextBoolean() && there != null ? there : "other";
    boolean creates = there == null;
    boolean matches = expected.equals(there);
    return switch (random.nextInt(3)) {
      case 0 -> result(there, next, creates, () -> cache.putIfAbsent("k", next));
      case 1 -> result(there, next, matches, () -> cache.replace("k", expected, next));
      default -> result(there, null, matches, () -> cache.remove("k", expected));
    };
  }

  /** What is asked of the cache. */
  private interface Call {
    boolean run();
  }

  private @Nullable String result(
      @Nullable String before, @Nullable String after, boolean right, Call call) {
    try {
      assertThat(call.run()).as("seed %d", seed).isEqualTo(right);
      answered++;
      return right ? after : before;
    } catch (CacheException failure) {
      boolean unknown = isUnknown(failure);
      String there = read();
      assertThat(Objects.equals(there, before) || (unknown && Objects.equals(there, after)))
          .as("seed %d", seed)
          .isTrue();
      return there;
    }
  }

  private static boolean isUnknown(Throwable failure) {
    return failure instanceof OutcomeUnknownException
        || failure.getCause() instanceof OutcomeUnknownException;
  }

  // By another way than through the faults.
  private @Nullable String read() {
    byte[] bytes = place.get(ObjectPlace.name("c", "k"));
    if (bytes == null || bytes.length == TOMBSTONE_BYTES) {
      return null;
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.substring(text.lastIndexOf('v'));
  }
}
