package org.cairncache.benchmarks.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cairncache.benchmarks.report.Measured;
import org.junit.jupiter.api.Test;

/** One JVM of each: every program gets, every provider makes its caches. */
class FootprintMainTest {
  @Test
  void run_short_givesEveryProgramAndProviderAFigure() {
    FootprintReport report =
        FootprintMain.report(List.of("--jvms", "1", "--caches", "40", "--subjects", "ehcache"));
    Measured measured = report.measured();
    int providers = 2;

    assertThat(measured.sheets().get(0).lines()).hasSize(6 + providers);
    // A map is in every JVM: only what comes after it is sure to load classes.
    assertThat(report.startup().subList(2, report.startup().size()))
        .allSatisfy(row -> assertThat(row.millis().median()).isPositive())
        .allSatisfy(row -> assertThat(row.classes().all()).isPositive());
    assertThat(measured.sheets().get(1).lines()).hasSize(2 * providers);
    assertThat(report.caches())
        .allSatisfy(row -> assertThat(row.millis().median()).isPositive())
        .allSatisfy(row -> assertThat(row.kibibytes().median()).isPositive());
    assertThat(measured.charts()).hasSize(3);
  }
}
