package org.cairncache.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoopCopiesTest {
  @Test
  void copyOf_eachCall_isAClassOfItsOwn() {
    Loop first = LoopCopies.copyOf(CaffeineGet.class);
    Loop second = LoopCopies.copyOf(CaffeineGet.class);

    assertThat(first.getClass()).isNotEqualTo(second.getClass()).isNotEqualTo(CaffeineGet.class);
  }

  @ParameterizedTest
  @EnumSource
  void copyOf_everyLoop_answersAsTheOriginalDoes(Operation operation) throws Exception {
    Loop original = operation.onCaffeine().getDeclaredConstructor().newInstance();

    assertThat(answer(LoopCopies.copyOf(operation.onCaffeine()), operation))
        .isEqualTo(answer(original, operation));
  }

  private static long answer(Loop loop, Operation operation) {
    Workload workload = new Workload(100, 200, 0.99, 42);
    try (OpenCache open = Subjects.raw().open(CacheShape.PLAIN, 100)) {
      open.fill(workload.stored(), workload.values());
      return loop.run(open.cache(), workload.keysFor(operation), workload.values(), 0, 200);
    }
  }
}
