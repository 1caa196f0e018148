package org.cairncache.benchmarks.hits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairncache.benchmarks.paired.Contender;
import org.cairncache.benchmarks.report.Quartiles;
import org.junit.jupiter.api.Test;

class HitsMainTest {
  @Test
  void run_short_givesEveryoneAFigureForEachSize() {
    HitsReport report =
        HitsMain.report(
            List.of(
                "--traces", "zipf,loop", "--requests", "2000", "--runs", "1", "--recorded", "4"));

    assertThat(report.sheet().lines()).hasSize(report.rows().size());
    assertThat(report.sheet().text()).doesNotContain("–").contains("met");
    assertThat(report.rows())
        .isNotEmpty()
        .allSatisfy(
            row -> assertThat(row.percents()).containsKeys("raw", "cairn-through", "raw-4"));
    assertThat(report.charts()).hasSize(2);
    assertThat(report.charts().get(0).series()).hasSize(report.contenders().size() + 1);
  }

  @Test
  void run_unknownTrace_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HitsMain.run(List.of("--traces", "zipf,zapf")))
        .withMessageContaining("loop");
  }

  @Test
  void verdict_clearlyFewerHits_isOver() {
    assertThat(verdict(at(50), at(49.4))).isEqualTo("cairn -0.60 OVER");
    assertThat(verdict(at(50), at(49.6))).isEqualTo("met");
    assertThat(verdict(at(50), at(50.7))).isEqualTo("cairn +0.70");
    assertThat(verdict(new Quartiles(49, 50, 51), new Quartiles(48, 49.2, 49.3)))
        .isEqualTo("cairn -0.80 within the quartiles");
  }

  @Test
  void verdict_peerWithMoreHits_isNamed() {
    assertThat(verdict(at(50), at(50), at(50.6))).isEqualTo("met; more hits: Peer");
    assertThat(verdict(at(50), at(50), at(50.4))).isEqualTo("met");
  }

  private static String verdict(Quartiles raw, Quartiles own) {
    return verdict(raw, own, at(0));
  }

  private static String verdict(Quartiles raw, Quartiles own, Quartiles peer) {
    Trace trace = SyntheticTraces.all(1_000).get(0);
    Map<String, Quartiles> percents = new LinkedHashMap<>();
    percents.put("raw", raw);
    percents.put("cairn", own);
    percents.put("peer", peer);
    HitsRow row = new HitsRow(trace, 100, 60, percents);
    Contender contender = new Contender("peer", "Peer", Ordered.LRU.opener());
    return new HitsReport(List.of(contender), List.of("cairn"), List.of(row), List.of())
        .verdict(row);
  }

  private static Quartiles at(double percent) {
    return new Quartiles(percent, percent, percent);
  }
}
