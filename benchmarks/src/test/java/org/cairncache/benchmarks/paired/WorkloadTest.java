package org.cairncache.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  private static final int ENTRIES = 500;

  private final Workload workload = new Workload(ENTRIES, 4_000, 0.99, 42);

  @Test
  void keysFor_get_areEqualToStoredKeysButOtherObjects() {
    Set<Object> stored = Set.of(workload.stored());

    assertThat(workload.keysFor(Operation.GET))
        .hasSize(4_000)
        .allSatisfy(key -> assertThat(stored).contains(key));
    assertThat(workload.keysFor(Operation.GET)).noneMatch(key -> isOneOf(workload.stored(), key));
  }

  @Test
  void keysFor_getMiss_areNotStored() {
    assertThat(Set.of(workload.stored())).doesNotContain(workload.keysFor(Operation.GET_MISS));
  }

  @Test
  void sameSeed_drawsTheSameKeys() {
    assertThat(new Workload(ENTRIES, 4_000, 0.99, 42).keysFor(Operation.PUT))
        .isEqualTo(workload.keysFor(Operation.PUT));
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
