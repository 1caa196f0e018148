package org.cairncache.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoarseClockTest {
  private final ScheduledThreadPoolExecutor scheduler =
      new ScheduledThreadPoolExecutor(1, Executors.defaultThreadFactory());
  private final CountingClock counting = new CountingClock();
  private final CoarseClock coarse = CoarseClock.ticking(counting, scheduler);

  @AfterEach
  void end() {
    scheduler.shutdownNow();
  }

  @Test
  void millis_firstOfAll_isThatOfTheClock() {
    assertThat(coarse.millis()).isEqualTo(CountingClock.START);
  }

  @Test
  void millis_ticking_isAheadByATickAtMost_andReadsNoClock() {
    await().until(() -> coarse.millis() == CountingClock.START + 10);
    CoarseClock system = CoarseClock.of(InstantSource.system(), scheduler);
    long before = System.currentTimeMillis();

    await().until(() -> system.millis() > before);
    long reads = counting.reads();
    for (int i = 0; i < 10_000; i++) {
      long unused = coarse.millis();
    }

    assertThat(counting.reads() - reads).isLessThan(1_000);
  }

  @Test
  void millis_clockMoves_follows() {
    await().until(() -> coarse.millis() == CountingClock.START + 10);

    counting.advance(Duration.ofHours(1));

    await().until(() -> coarse.millis() == CountingClock.START + 3_600_010);
  }

  @Test
  void tick_nobodyAsks_ends_andBeginsAgain() {
    scheduler.setRemoveOnCancelPolicy(true);
    await().until(() -> coarse.millis() == CountingClock.START + 10);

    await().until(() -> scheduler.getQueue().isEmpty() && scheduler.getActiveCount() == 0);
    counting.advance(Duration.ofHours(1));

    assertThat(coarse.millis()).isEqualTo(CountingClock.START + 3_600_000);
    await().until(() -> coarse.millis() == CountingClock.START + 3_600_010);
  }

  @Test
  void close_theClockItselfIsRead() {
    await().until(() -> coarse.millis() == CountingClock.START + 10);

    coarse.close();

    assertThat(coarse.millis()).isEqualTo(CountingClock.START);
    counting.advance(Duration.ofSeconds(1));
    assertThat(coarse.millis()).isEqualTo(CountingClock.START + 1_000);
  }

  @Test
  void of_aClockThatIsDriven_readsItEachTime() {
    CoarseClock exact = CoarseClock.of(counting, scheduler);

    counting.advance(Duration.ofSeconds(1));

    assertThat(exact.millis()).isEqualTo(CountingClock.START + 1_000);
    assertThat(exact.millis()).isEqualTo(CountingClock.START + 1_000);
    assertThat(counting.reads()).isEqualTo(2);
  }
}
