package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private static final long FIVE_MILLIS = 5_000_000;

  private final Statistics statistics = new Statistics();

  @BeforeEach
  void enable() {
    statistics.setEnabled(true);
  }

  @Test
  void nothingYet_isZeroAndNotANumberNowhere() {
    assertThat(statistics.getCacheGets()).isZero();
    assertThat(statistics.getCacheHitPercentage()).isZero();
    assertThat(statistics.getCacheMissPercentage()).isZero();
    assertThat(statistics.getAverageGetTime()).isZero();
    assertThat(statistics.getAveragePutTime()).isZero();
    assertThat(statistics.getAverageRemoveTime()).isZero();
  }

  @Test
  void percentages_areOfAllGets() {
    statistics.hit(Statistics.NOT_TIMED);
    statistics.looked(Lookup.HIT, Statistics.NOT_TIMED);
    statistics.looked(Lookup.MISS, Statistics.NOT_TIMED);
    statistics.looked(Lookup.NONE, Statistics.NOT_TIMED);

    assertThat(statistics.getCacheGets()).isEqualTo(3);
    assertThat(statistics.getCacheHits()).isEqualTo(2);
    assertThat(statistics.getCacheMisses()).isEqualTo(1);
    assertThat(statistics.getCacheHitPercentage()).isCloseTo(66.67f, within(0.01f));
    assertThat(statistics.getCacheMissPercentage()).isCloseTo(33.33f, within(0.01f));
  }

  @Test
  void averages_areMicrosecondsOfTheTimedOperationsAlone() {
    statistics.hit(System.nanoTime() - FIVE_MILLIS);
    statistics.miss(System.nanoTime() - 3 * FIVE_MILLIS);
    statistics.hit(Statistics.NOT_TIMED);
    statistics.put(System.nanoTime() - FIVE_MILLIS);
    statistics.removal(System.nanoTime() - FIVE_MILLIS);

    assertThat(statistics.getAverageGetTime()).isBetween(10_000f, 1_000_000f);
    assertThat(statistics.getAveragePutTime()).isBetween(5_000f, 1_000_000f);
    assertThat(statistics.getAverageRemoveTime()).isBetween(5_000f, 1_000_000f);
  }

  @Test
  void putsRemovalsAndEvictions_areCounted() {
    statistics.put(Statistics.NOT_TIMED);
    statistics.puts(5, Statistics.NOT_TIMED);
    statistics.removal(Statistics.NOT_TIMED);
    statistics.evicted(3);

    assertThat(statistics.getCachePuts()).isEqualTo(6);
    assertThat(statistics.getCacheRemovals()).isEqualTo(1);
    assertThat(statistics.getCacheEvictions()).isEqualTo(3);
  }

  @Test
  void clear_setsEverythingToZeroAndCountsOn() {
    statistics.hit(System.nanoTime() - FIVE_MILLIS);
    statistics.miss(System.nanoTime() - FIVE_MILLIS);
    statistics.put(System.nanoTime() - FIVE_MILLIS);
    statistics.removal(System.nanoTime() - FIVE_MILLIS);
    statistics.evicted(3);

    statistics.clear();

    assertThat(statistics.getCacheGets()).isZero();
    assertThat(statistics.getCacheHits()).isZero();
    assertThat(statistics.getCacheMisses()).isZero();
    assertThat(statistics.getCachePuts()).isZero();
    assertThat(statistics.getCacheRemovals()).isZero();
    assertThat(statistics.getCacheEvictions()).isZero();
    assertThat(statistics.getAverageGetTime()).isZero();
    assertThat(statistics.getAveragePutTime()).isZero();
    assertThat(statistics.getAverageRemoveTime()).isZero();
    statistics.hit(Statistics.NOT_TIMED);
    assertThat(statistics.getCacheHits()).isEqualTo(1);
  }

  @Test
  void disabled_countsNothingAndKeepsWhatItHas() {
    statistics.hit(Statistics.NOT_TIMED);
    statistics.setEnabled(false);

    assertThat(statistics.start()).isEqualTo(Statistics.NOT_TIMED);
    statistics.hit(System.nanoTime() - FIVE_MILLIS);
    statistics.miss(Statistics.NOT_TIMED);
    statistics.put(Statistics.NOT_TIMED);
    statistics.removal(Statistics.NOT_TIMED);
    statistics.evicted(1);

    assertThat(statistics.getCacheHits()).isEqualTo(1);
    assertThat(statistics.getCacheMisses()).isZero();
    assertThat(statistics.getCachePuts()).isZero();
    assertThat(statistics.getCacheRemovals()).isZero();
    assertThat(statistics.getCacheEvictions()).isZero();
    assertThat(statistics.getAverageGetTime()).isZero();
  }

  @Test
  void start_timesTheFirst64OfAThreadAndThenOneIn127() {
    assertThat(timedOf(64)).isEqualTo(64);
    assertThat(timedOf(12_700)).isEqualTo(100);
  }

  @Test
  void start_operationsThatTakeTurns_timesAllKinds() {
    timedOf(64);
    int[] timed = new int[4];
    for (int i = 0; i < 12_700; i++) {
      timed[i % 4] += (int) timedOf(1);
    }
    assertThat(timed).containsOnly(25);
  }

  @Test
  void untimed_isTheCellWhereStartTimesNothing() {
    assertThat(statistics.untimed()).isNull();
    timedOf(65);

    Counters.Cell cell = statistics.untimed();
    assertThat(cell).isNotNull();
    cell.add(Counters.Kind.HIT, 1);
    assertThat(statistics.getCacheHits()).isEqualTo(66);
  }

  private long timedOf(int operations) {
    return IntStream.range(0, operations)
        .filter(
            i -> {
              long start = statistics.start();
              statistics.hit(Statistics.NOT_TIMED);
              return start != Statistics.NOT_TIMED;
            })
        .count();
  }
}
