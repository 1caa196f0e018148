package org.cairncache.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cairncache.benchmarks.paired.CacheShape.Lifespan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The peers of the near level answer, from what is near. */
class NearPeersTest {
  private static final int ENTRIES = 100;
  private static final List<CacheShape> SHAPES =
      List.of(
          CacheShape.PLAIN.asNear(),
          CacheShape.PLAIN.asBounded().asNear(),
          CacheShape.PLAIN.expiring(Lifespan.CREATED).asNear());

  static Stream<Subject> peers() {
    return Stream.of(new JetCacheNear(), new RedissonNear());
  }

  @ParameterizedTest
  @MethodSource("peers")
  void get_nearEntries_areFound(Subject peer) {
    Object[] keys = new Object[ENTRIES];
    Arrays.setAll(keys, i -> (long) i * 0x9E3779B97F4A7C15L);
    Object[] values = keys.clone();
    Loop loop = LoopCopies.copyOf(peer.loopFor(Operation.GET));
    for (CacheShape shape : SHAPES) {
      try (OpenCache cache = peer.open(shape, ENTRIES)) {
        cache.fill(keys, values);
        assertThat(loop.run(cache.cache(), keys, values, 0, ENTRIES)).isEqualTo(ENTRIES);
        Object[] others = {1L, 2L};
        assertThat(loop.run(cache.cache(), others, others, 0, 2)).as("not there").isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("peers")
  void open_otherThanNear_isRefused(Subject peer) {
    assertThatThrownBy(() -> peer.open(CacheShape.PLAIN, ENTRIES))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
