package org.cairncache.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ManualClockTest {
  private final ManualClock clock = new ManualClock(Instant.ofEpochMilli(1_000));

  @Test
  void millis_untouched_standsStill() {
    assertThat(clock.millis()).isEqualTo(1_000);
    assertThat(clock.instant()).isEqualTo(Instant.ofEpochMilli(1_000));
  }

  @Test
  void advance_movesMillisAndInstant() {
    clock.advance(Duration.ofSeconds(2));

    assertThat(clock.millis()).isEqualTo(3_000);
    assertThat(clock.instant()).isEqualTo(Instant.ofEpochMilli(3_000));
  }

  @Test
  void advance_backwards_isRefused() {
    assertThatThrownBy(() -> clock.advance(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(clock.millis()).isEqualTo(1_000);
  }
}
