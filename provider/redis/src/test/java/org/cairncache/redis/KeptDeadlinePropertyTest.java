package org.cairncache.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.encoded.Envelope;
import org.cairncache.testkit.redis.Redis;

/** The script that keeps a deadline believes the same headers as the core does. */
final class KeptDeadlinePropertyTest {
  private static final long NOW = System.currentTimeMillis();
  private static final long OF_CREATION = NOW + 7_200_000;
  private static final RedisKeys NAMES = new RedisKeys("kept", "c");

  private static RedisProcess process;
  private static Store<String, String> store;

  @BeforeContainer
  static void open() {
    process =
        new RedisProcess(Redis.shared().uri().resolve("/0?prefix=kept"))
            .with(RedisSettings.COMMAND_TIMEOUT, Duration.ofSeconds(5));
    store = process.open();
  }

  @AfterContainer
  static void close() {
    store.destroy();
    process.close();
  }

  /** An entry with a header as it should be, and what is then done to it. */
  record Damage(long stamp, long deadline, List<Integer> flips, int length) {
    byte[] bytes() {
      byte[] bytes =
          ByteBuffer.allocate(100)
              .put("CRN\1".getBytes(UTF_8))
              .putLong(Envelope.STAMP_OFFSET, stamp)
              .put(Envelope.DEADLINE_OFFSET, Envelope.deadline(stamp, deadline))
              .array();
      flips.forEach(flip -> bytes[flip / 8] ^= (byte) (1 << flip % 8));
      return Arrays.copyOf(bytes, length);
    }
  }

  @Property(tries = 500)
  void putKeepingDeadline_whateverIsThere_keepsWhatTheCoreWould(@ForAll("damages") Damage damage) {
    byte[] there = damage.bytes();
    Redis.shared().command("SET".getBytes(UTF_8), NAMES.of("k"), there);
    boolean keeps =
        Envelope.isEnvelope(there)
            && Envelope.hasValidDeadline(there)
            && Envelope.expiresAtMillis(there) > NOW;
    long expected = keeps ? Envelope.expiresAtMillis(there) : OF_CREATION;

    var stored = store.putKeepingDeadline("k", "v", Lifetime.until(OF_CREATION), NOW);

    assertThat(stored).isNotNull();
    assertThat(stored.expiresAtMillis()).isEqualTo(expected);
    byte[] after = Redis.shared().command("GET".getBytes(UTF_8), NAMES.of("k")).bytes();
    assertThat(Envelope.expiresAtMillis(after)).isEqualTo(expected);
    assertThat(Envelope.hasValidDeadline(after)).isTrue();
    assertThat(store.getLatest("k")).matches(entry -> entry.value().equals("v"));
  }

  @Provide
  Arbitrary<Damage> damages() {
    Arbitrary<Long> deadlines =
        Arbitraries.oneOf(
            Arbitraries.longs().between(NOW - 2, NOW + 2),
            Arbitraries.longs().between(NOW, NOW + 100_000_000),
            Arbitraries.longs(),
            Arbitraries.of(Lifetime.NEVER, 0L, -1L, 0xFFFF_FFFFL, NOW | 0xFFFF_FFFFL));
    Arbitrary<List<Integer>> flips =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just(List.<Integer>of())),
            Tuple.of(
                3, Arbitraries.integers().between(0, 48 * 8 - 1).list().ofMinSize(1).ofMaxSize(3)));
    Arbitrary<Integer> lengths =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(100)),
            Tuple.of(1, Arbitraries.integers().between(0, 100)));
    return Combinators.combine(Arbitraries.longs(), deadlines, flips, lengths).as(Damage::new);
  }
}
