package org.cairncache.benchmarks.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cairncache.benchmarks.paired.Provider;
import org.cairncache.benchmarks.paired.Subjects;
import org.junit.jupiter.api.Test;

/** One JVM of each: every program gets, every provider makes its caches. */
class FootprintMainTest {
  @Test
  void run_short_givesEveryProgramAndProviderAFigure() {
    FootprintReport report = FootprintMain.run(List.of("--jvms", "1", "--caches", "40"));
    int providers = Provider.all(Subjects.DEFAULT_PROVIDER).size();

    assertThat(report.sheets().get(0).lines()).hasSize(6 + providers);
    // A map is in every JVM: only what comes after it is sure to load classes.
    assertThat(report.startup().subList(2, report.startup().size()))
        .allSatisfy(row -> assertThat(row.millis().median()).isPositive())
        .allSatisfy(row -> assertThat(row.classes().all()).isPositive());
    assertThat(report.sheets().get(1).lines()).hasSize(2 * providers);
    assertThat(report.caches())
        .allSatisfy(row -> assertThat(row.millis().median()).isPositive())
        .allSatisfy(row -> assertThat(row.kibibytes().median()).isPositive());
    assertThat(report.charts()).hasSize(3);
  }
}
