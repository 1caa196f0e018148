package org.cairncache.examples.swr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SwrTest {
  @Test
  void run_fromTheFirstCallToTheSourcesReturn_isAnsweredAsItSays() throws Exception {
    List<Step> steps = Swr.run();

    assertThat(steps).hasSize(9).allMatch(Step::right);
    assertThat(steps).extracting(Step::how).contains("fresh near", "stale near", "error loader");
    assertThat(steps).allMatch(step -> step.toString().strip().length() <= 90);
  }
}
