package org.cairncache.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private final Verdict verdict =
      new Verdict("cairn", Map.of("cairn", "Cairn", "cache2k", "cache2k"));

  @Test
  void on_withinBudgetAndAhead_isMet() {
    assertThat(verdict.on(result(104, 120))).isEqualTo("met");
  }

  @Test
  void on_peerFaster_saysThatThePeerWins() {
    assertThat(verdict.on(result(104, 50))).isEqualTo("met; cache2k wins");
  }

  @Test
  void on_overBudget_saysSo() {
    assertThat(verdict.on(result(150, 200))).isEqualTo("OVER");
  }

  @Test
  void on_answersThatDiffer_namesTheSubject() {
    var samples = samples(104, 120);
    samples.put("cache2k", List.of(new Sample(120, 0, 99)));

    assertThat(verdict.on(RowResult.of(Rows.timed("get"), samples)))
        .isEqualTo("met; answers differ from raw: cache2k");
  }

  @Test
  void on_rowThatTheProviderCannotRun_saysSo() {
    var samples = samples(104, 120);
    samples.remove("cairn");

    assertThat(verdict.on(RowResult.of(Rows.timed("get"), samples))).isEqualTo("no such cache");
  }

  @Test
  void on_footprintOverBaseline_isComparedWithTheBudget() {
    FootprintRow row = Rows.FOOTPRINTS.get(0);

    assertThat(verdict.on(new FootprintResult(row, 40, Map.of("cairn", 56.0)))).isEqualTo("met");
    assertThat(verdict.on(new FootprintResult(row, 40, Map.of("cairn", 57.0)))).isEqualTo("OVER");
  }

  private static RowResult result(double cairn, double cache2k) {
    return RowResult.of(Rows.timed("get"), samples(cairn, cache2k));
  }

  private static Map<String, List<Sample>> samples(double cairn, double cache2k) {
    var samples = new LinkedHashMap<String, List<Sample>>();
    samples.put("raw", List.of(new Sample(100, 0, 1)));
    samples.put("cairn", List.of(new Sample(cairn, 0, 1)));
    samples.put("cache2k", List.of(new Sample(cache2k, 0, 1)));
    return samples;
  }
}
