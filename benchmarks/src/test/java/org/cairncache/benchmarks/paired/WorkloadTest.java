package org.cairncache.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  private static final int ENTRIES = 500;

  private final Workload workload = new Workload(ENTRIES, 4_000, 0.99, 42);

  @Test
  void keysFor_get_areStoredKeys() {
    Set<Object> stored = Set.of(workload.stored());

    assertThat(workload.keysFor(Operation.GET))
        .hasSize(4_000)
        .allSatisfy(key -> assertThat(stored).contains(key));
  }

  @Test
  void stored_andValuesOf_areOtherObjectsForEachCache() {
    Object[] stored = workload.stored();

    assertThat(workload.stored()).isEqualTo(stored).noneMatch(key -> isOneOf(stored, key));
    for (Contents each : Contents.values()) {
      Object[] values = workload.valuesOf(each);
      assertThat(workload.valuesOf(each))
          .hasSize(ENTRIES)
          .noneMatch(value -> isOneOf(values, value));
    }
  }

  @Test
  void keysFor_getMiss_areNotStored() {
    assertThat(Set.of(workload.stored())).doesNotContain(workload.keysFor(Operation.GET_MISS));
  }

  @Test
  void keysFor_load_areAllDifferentAndNeverAskedForElsewhere() {
    Set<Object> others = new HashSet<>(List.of(workload.stored()));
    others.addAll(List.of(workload.keysFor(Operation.GET_MISS)));

    assertThat(workload.keysFor(Operation.LOAD)).hasSize(4_000).doesNotHaveDuplicates();
    assertThat(others).doesNotContain(workload.keysFor(Operation.LOAD));
  }

  @Test
  void keysFor_many_areBatchesOfStoredKeys() {
    Set<Object> stored = Set.of(workload.stored());

    assertThat(workload.keysFor(Operation.GET_ALL))
        .hasSize(80)
        .allSatisfy(keys -> assertThat((Set<?>) keys).hasSize(50))
        .allSatisfy(keys -> assertThat(stored).containsAll((Set<?>) keys));
    assertThat(
            List.of(workload.keysFor(Operation.PUT_ALL)).stream()
                .map(WorkloadTest::keysOf)
                .toList())
        .isEqualTo(List.of(workload.keysFor(Operation.GET_ALL)));
  }

  @Test
  void valuesOf_everyContents_areOneForEachEntry() {
    for (Contents contents : Contents.values()) {
      assertThat(workload.valuesOf(contents))
          .hasSizeGreaterThanOrEqualTo(ENTRIES)
          .allSatisfy(value -> assertThat(value).isInstanceOf(contents.valueType()));
    }
  }

  @Test
  void calls_ofManyKeys_areFewer() {
    assertThat(Rows.timed("get").calls(8_000)).isEqualTo(8_000);
    assertThat(Rows.timed("get-all").calls(8_000)).isEqualTo(160);
    assertThat(Rows.timed("put-all").calls(1)).isEqualTo(1);
  }

  @Test
  void sameSeed_drawsTheSameKeys() {
    assertThat(new Workload(ENTRIES, 4_000, 0.99, 42).keysFor(Operation.PUT))
        .isEqualTo(workload.keysFor(Operation.PUT));
  }

  private static Object keysOf(Object map) {
    return ((Map<?, ?>) map).keySet();
  }

  private static boolean isOneOf(Object[] objects, Object wanted) {
    for (Object object : objects) {
      if (object == wanted) {
        return true;
      }
    }
    return false;
  }
}
