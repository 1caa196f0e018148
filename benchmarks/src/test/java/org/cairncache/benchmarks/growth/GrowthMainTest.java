package org.cairncache.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.cairncache.benchmarks.paired.Subjects;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.report.Sheet;
import org.cairncache.benchmarks.report.TextTable;
import org.junit.jupiter.api.Test;

/** Runs too short to mean anything: every figure is there, and nothing here looks at speed. */
class GrowthMainTest {
  private static final Trials HERE = Trials.here(Subjects.DEFAULT_PROVIDER);

  @Test
  void run_memory_givesEveryFigureAndSweepsWhatExpires() {
    Measured figures = run(HERE, "memory", "300");

    assertThat(figures.sheets()).extracting(Sheet::id).hasSize(2).doesNotHaveDuplicates();
    for (Sheet sheet : figures.sheets()) {
      assertThat(sheet.lines()).hasSize(5);
      assertThat(sheet.lines().get(4)).startsWith("Cairn, CreatedExpiry").allSatisfy(this::isThere);
      sheet
          .lines()
          .forEach(
              line ->
                  assertThat(line.stream().filter(TextTable.NONE::equals).count())
                      .isLessThanOrEqualTo(2)); // of the sweep
    }
    assertThat(figures.charts()).hasSize(7);
    assertThat(figures.charts()).allSatisfy(GrowthMainTest::isDrawn);
  }

  @Test
  void run_filesInAJvmOfItsOwn_givesEveryFigure() {
    Sheet times = run(new ChildTrials(Subjects.DEFAULT_PROVIDER), "files", "40").sheets().get(0);

    assertThat(times.lines()).hasSize(2);
    assertThat(times.lines().get(1)).startsWith("Cairn, files", "40").allSatisfy(this::isThere);
  }

  @Test
  void run_redis_givesEveryFigure() {
    List<Sheet> sheets = run(HERE, "redis", "300").sheets();

    assertThat(sheets).hasSize(2);
    assertThat(sheets)
        .allSatisfy(sheet -> assertThat(sheet.lines().get(0)).allSatisfy(this::isThere));
    List<String> bounds = sheets.get(1).lines().get(0);
    // a page of SCAN, and a read for each hundred
    assertThat(bounds.get(bounds.size() - 2)).isEqualTo("4.000");
  }

  @Test
  void run_threads_givesEveryFigureOfEverySubject() {
    Measured figures = run(HERE, "threads", "4", "--millis", "2", "--rounds", "1");

    int rows = 2 * ThreadRow.values().length;
    assertThat(figures.sheets()).hasSize(3);
    for (Sheet sheet : figures.sheets()) {
      assertThat(sheet.columns()).endsWith("1", "2", "4");
      assertThat(sheet.lines()).hasSizeGreaterThanOrEqualTo(4 * rows);
      assertThat(sheet.lines()).allSatisfy(line -> assertThat(line).allSatisfy(this::isThere));
    }
    assertThat(figures.charts()).hasSize(rows).allSatisfy(GrowthMainTest::isDrawn);
  }

  @Test
  void run_unknownPart_isRefusedBeforeAnythingRuns() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GrowthMain.run(List.of("--parts", "memory,disk")))
        .withMessageContaining("disk")
        .withMessageContaining("files");
  }

  @Test
  void sizes_upToTheLargest_arePowersOfTen() {
    GrowthOptions options = GrowthOptions.parse(List.of("--largest", "100000"));

    assertThat(options.sizes(1_000, 1_000_000)).containsExactly(1_000, 10_000, 100_000);
    assertThat(options.sizes(1_000, 10_000)).containsExactly(1_000, 10_000);
    assertThat(options.sizes(1_000_000, 10_000_000)).containsExactly(100_000);
    assertThat(options.threads()).containsExactly(1, 2, 4, 8, 16, 32, 64);
  }

  @Test
  void count_anEntryIsMissing_fails() {
    Expected.count(2, List.of(1, 2).iterator());
    assertThatIllegalStateException()
        .isThrownBy(() -> Expected.count(3, List.of(1, 2).iterator()))
        .withMessageContaining("2 entries, not 3");
  }

  private static Measured run(Trials trials, String part, String largest, String... more) {
    var arguments = new ArrayList<>(List.of("--parts", part, "--largest", largest));
    arguments.addAll(List.of(more));
    return GrowthMain.run(GrowthOptions.parse(arguments), trials);
  }

  private void isThere(String cell) {
    assertThat(cell).isNotEqualTo(TextTable.NONE).isNotEqualTo("NaN");
  }

  private static void isDrawn(Chart chart) {
    assertThat(chart.kind()).isEqualTo(Chart.Kind.LINES);
    assertThat(chart.x().logarithmic() && chart.y().logarithmic()).isTrue();
    assertThat(chart.series())
        .isNotEmpty()
        .allSatisfy(series -> assertThat(series.points()).isNotEmpty());
    assertThat(chart.series())
        .flatExtracting(Chart.Series::points)
        .allSatisfy(point -> assertThat(point.y()).isPositive().isFinite());
  }
}
