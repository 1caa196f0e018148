package org.cairncache.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

  @ParameterizedTest
  @EnumSource(names = {"GET", "GET_MISS", "PUT", "INCREMENT", "GET_ALL", "PUT_ALL"})
  void loopsOfAMap_answerAsThoseOfCaffeineDo(Operation operation) {
    Subject map = new RawMap();

    assertThat(answer(map, LoopCopies.copyOf(map.loopFor(operation)), operation))
        .isEqualTo(answer(LoopCopies.copyOf(operation.onCaffeine()), operation));
  }

  @Test
  void loopOfAMapOfEntries_answersAsThatOfCaffeineDoes_untilTheirDeadline() {
    Subject map = new EntryMap();
    Loop loop = LoopCopies.copyOf(map.loopFor(Operation.GET));

    assertThat(answer(map, CacheShape.PLAIN.asNear(), loop, Operation.GET))
        .isEqualTo(answer(LoopCopies.copyOf(CaffeineGet.class), Operation.GET));
    var ended = new ConcurrentHashMap<>(Map.of("key", new EntryMap.Dated("value", 1)));
    assertThat(loop.run(ended, new Object[] {"key"}, new Object[0], 0, 1)).isZero();
  }

  private static long answer(Loop loop, Operation operation) {
    return answer(Subjects.raw(), loop, operation);
  }

  private static long answer(Subject subject, Loop loop, Operation operation) {
    return answer(subject, CacheShape.PLAIN, loop, operation);
  }

  private static long answer(Subject subject, CacheShape shape, Loop loop, Operation operation) {
    Workload workload = new Workload(100, 200, 0.99, 42);
    try (OpenCache open = subject.open(shape, 100)) {
      open.fill(workload.stored(), workload.values());
      Object[] keys = workload.keysFor(operation);
      return loop.run(open.cache(), keys, workload.values(), 0, keys.length);
    }
  }
}
