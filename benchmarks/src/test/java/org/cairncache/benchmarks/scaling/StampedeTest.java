package org.cairncache.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulated stampede makes as many loads as a real one over a Redis. */
class StampedeTest {
  private static final int NODES = 4;
  private static final int THREADS = 8;

  @ParameterizedTest
  @EnumSource
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void loads_areAsManyAsThoseOfRealNodes(Protection protection) throws Exception {
    int callers = NODES * THREADS;
    Stampede.Result simulated = new Stampede(NODES, callers, 1_000).run(protection, 200, 42);
    try (RealStampede real = new RealStampede(NODES, THREADS, protection)) {
      if (protection == Protection.NONE) {
        assertThat(simulated.loads()).isEqualTo(simulated.waiting());
        assertThat(real.loads()).as("each caller loads").isEqualTo(callers);
      } else {
        assertThat((double) real.loads()).isCloseTo(simulated.loads(), within(0.1));
      }
    }
  }
}
