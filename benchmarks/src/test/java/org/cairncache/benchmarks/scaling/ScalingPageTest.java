package org.cairncache.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.svg.SvgChart;
import org.junit.jupiter.api.Test;

/** The page says what comes out of the simulation. */
class ScalingPageTest {
  private static final Path PAGE = Path.of("../docs/scaling.md");

  @Test
  void page_saysWhatIsSimulated() throws IOException {
    Page page = new Page(Files.readString(PAGE));
    Measured findings = ScalingMain.findings();
    List<String> differences =
        findings.sheets().stream().flatMap(sheet -> page.differences(sheet).stream()).toList();
    assertThat(differences)
        .as(
            "docs/scaling.md; if the simulation is right, write its tables anew by%n%s",
            "mvn -pl benchmarks -am -Pbench process-classes"
                + " -Dbench.main=org.cairncache.benchmarks.scaling.ScalingMain"
                + " -Dbench.args=\"--page ../docs/scaling.md\"")
        .isEmpty();
    for (Chart chart : findings.charts()) {
      String picture = ScalingMain.picture(chart);
      assertThat(page.text()).contains("![" + chart.title() + "](" + picture + ")");
      assertThat(Page.alike(Files.readString(PAGE.resolveSibling(picture)), SvgChart.of(chart)))
          .as("%s shows what is simulated; it is written with the tables", picture)
          .isTrue();
    }
    assertThat(findings.charts()).isNotEmpty();
  }
}
