package org.cairncache.benchmarks.hits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cairncache.benchmarks.paired.Contender;
import org.cairncache.benchmarks.paired.Subjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Evicts as well as Caffeine does, and would not if it kept from Caffeine what is asked for. */
class HitRatioTest {
  private static final int REQUESTS = 20_000;
  private static final int FEWEST_RUNS = 3;
  private static final int MOST_RUNS = 12;

  private static final List<Contender> ALL = Contender.all(Subjects.DEFAULT_PROVIDER);
  private static final Contender RAW = ALL.get(0);
  private static final Contender THROUGH =
      Contender.readThrough(Subjects.DEFAULT_PROVIDER).orElseThrow();

  private static List<Trace> traces() {
    return SyntheticTraces.all(REQUESTS).stream()
        .filter(trace -> List.of("zipf", "loop", "scan").contains(trace.id()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("traces")
  void aside_trace_hitsAsOftenAsCaffeine(Trace trace) {
    assertThat(pointsBesideRaw(ALL.get(1), trace)).isBetween(-0.5, 0.5);
  }

  @ParameterizedTest
  @MethodSource("traces")
  void readThrough_trace_hitsAsOftenAsCaffeine(Trace trace) {
    assertThat(pointsBesideRaw(THROUGH, trace)).isBetween(-0.5, 0.5);
  }

  @Test
  void budget_worsePolicies_areOver() {
    for (Contender worse :
        List.of(Ordered.FIFO, Ordered.LRU, Sampled.recording(0), Sampled.recording(8))) {
      assertThat(traces())
          .as(worse.label())
          .anySatisfy(trace -> assertThat(pointsBesideRaw(worse, trace)).isLessThan(-0.5));
    }
  }

  /** The mean difference, of more runs where few differ: two of Caffeine's own may. */
  private static double pointsBesideRaw(Contender contender, Trace trace) {
    Replay replay = new Replay(trace, 16);
    int size = trace.sizes().get(trace.sizes().size() - 1);
    double sum = 0;
    int runs = 0;
    while (runs < FEWEST_RUNS || (runs < MOST_RUNS && Math.abs(sum / runs) > 0.5)) {
      sum += 100 * (replay.ratio(contender, size) - replay.ratio(RAW, size));
      runs++;
    }
    return sum / runs;
  }

  @Test
  void all_everyoneBounded_neverHoldsMoreHitsThanTheOptimum() {
    Trace trace = traces().get(0);
    int size = trace.sizes().get(1);
    double optimum = new Optimum(trace).ratio(size);
    double once = 1 - (double) trace.distinct() / trace.requests().length;

    assertThat(ALL).extracting(Contender::id).contains("raw", "cairn", "caffeine-jcache");
    assertThat(optimum).isLessThan(once);
    assertThat(Stream.concat(ALL.stream(), Stream.of(THROUGH, Ordered.LRU)))
        .allSatisfy(
            contender ->
                assertThat(new Replay(trace, 16).ratio(contender, size))
                    .as(contender.label())
                    .isBetween(0.3, optimum));
  }
}
