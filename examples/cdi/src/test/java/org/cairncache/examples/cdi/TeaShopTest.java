package org.cairncache.examples.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TeaShopTest {
  @Test
  void run_ofAllAnnotations_isAnsweredWithTheWalksThatItSays() throws Exception {
    List<Step> steps = TeaShop.run();

    assertThat(steps).hasSize(14).allMatch(Step::right);
    assertThat(steps).extracting(Step::walks).containsOnly(0, 1);
    assertThat(steps).allMatch(step -> step.toString().strip().length() <= 78);
  }
}
