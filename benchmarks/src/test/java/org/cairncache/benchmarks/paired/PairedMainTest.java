package org.cairncache.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run too short to mean anything: every row is there, and nothing here looks at speed. */
class PairedMainTest {
  private static final List<String> SHORT =
      List.of(
          "--entries", "500",
          "--footprint-entries", "500",
          "--rounds", "2",
          "--warm-up", "1",
          "--operations", "400");
  private static final List<String> ALL =
      List.of(
          "raw",
          "cairn",
          "map",
          "map-entries",
          "caffeine-jcache",
          "cache2k",
          "ehcache",
          "ri",
          "jetcache",
          "redisson-near");

  private static Report report;

  @BeforeAll
  static void runOnce() {
    report = PairedMain.run(SHORT);
  }

  @Test
  void run_short_givesEveryRowOfEverySubject() {
    assertThat(report.figures().timed()).extracting(RowResult::row).isEqualTo(Rows.TIMED);
    assertThat(report.figures().timed())
        .allSatisfy(
            result ->
                assertThat(result.cells().keySet())
                    .containsExactlyElementsOf(subjectsWith(result.row().shape())));
    assertThat(report.figures().footprints())
        .extracting(FootprintResult::row)
        .isEqualTo(Rows.FOOTPRINTS);
    assertThat(report.figures().footprints())
        .allSatisfy(
            result ->
                assertThat(result.bytes().keySet())
                    .containsExactlyElementsOf(subjectsWith(result.row().shape())));
  }

  /**
   * Only Cairn has functions, a map is no cache, one of entries has deadlines, the RI has no
   * bounds, and some are near alone.
   */
  private static List<String> subjectsWith(CacheShape shape) {
    var subjects = new ArrayList<>(ALL);
    if (shape.bounded() || !(shape.near() || shape.lifespan() != CacheShape.Lifespan.ETERNAL)) {
      subjects.remove("map-entries");
    }
    if (shape.near()) {
      subjects.removeAll(List.of("map", "caffeine-jcache", "cache2k", "ehcache", "ri"));
      return subjects;
    }
    subjects.removeAll(List.of("jetcache", "redisson-near"));
    if (shape.function()) {
      subjects.retainAll(List.of("raw", "cairn"));
    }
    if (!shape.equals(CacheShape.PLAIN)) {
      subjects.remove("map");
    }
    if (shape.bounded()) {
      subjects.remove("ri");
    }
    return subjects;
  }

  @Test
  void run_everySubject_answersAsRawCaffeineDoes() {
    assertThat(report.figures().timed())
        .allSatisfy(
            row ->
                assertThat(row.cells())
                    .allSatisfy((subject, cell) -> assertThat(cell.differing()).isZero()));
  }

  @Test
  void sheets_haveALineForEveryRowAndAColumnForEverySubject() {
    List<String> rows = Rows.TIMED.stream().map(Row::label).toList();
    List<String> weighed = Rows.FOOTPRINTS.stream().map(FootprintRow::label).toList();

    assertThat(report.sheets())
        .extracting(sheet -> sheet.lines().stream().map(line -> line.get(0)).toList())
        .containsExactly(rows, rows, weighed);
    assertThat(report.sheets())
        .allSatisfy(
            sheet -> assertThat(sheet.columns()).contains("Cairn", "Ehcache", "RI", "cache2k"));
    assertThat(report.text()).contains(report.sheets().stream().map(Sheet::text).toList());
  }

  @Test
  void charts_haveABarForEveryFigure() {
    Chart ratios = report.charts().get(0);
    Chart weights = report.charts().get(1);

    assertThat(ratios.series())
        .extracting(Chart.Series::name)
        .startsWith("Cairn", "ConcurrentHashMap", "map of entries")
        .hasSize(ALL.size() - 1);
    assertThat(ratios.series().get(0).points())
        .extracting(Chart.Point::name)
        .isEqualTo(Rows.TIMED.stream().map(Row::label).toList());
    assertThat(weights.series()).hasSize(ALL.size() - 2); // some are near alone
  }

  @Test
  void json_readAgain_isWhatWasWritten(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("new/paired.json");
    JsonReport.write(report, file);

    assertThat(JsonFigures.read(file)).isEqualTo(report.figures());
  }

  @Test
  void run_isolated_timesEachSubjectInItsOwnJvm() {
    Report isolated =
        PairedMain.run(with("--isolated", "--subjects", "ehcache", "--rows", "get,get-fit"));

    assertThat(isolated.figures().timed()).hasSize(2);
    assertThat(isolated.figures().timed())
        .allSatisfy(
            row -> assertThat(row.cells().keySet()).containsExactly("raw", "cairn", "ehcache"));
    assertThat(isolated.figures().footprints()).isEmpty();
  }

  @Test
  void run_severalJvms_quotesTheMediansOverThem(@TempDir Path folder) throws Exception {
    Report repeated =
        PairedMain.run(with("--jvms", "2", "--subjects", "cache2k", "--rows", "get,bytes"));
    Path file = folder.resolve("paired.json");
    JsonReport.write(repeated, file);

    assertThat(repeated.jvms()).hasSize(2).doesNotHaveDuplicates();
    assertThat(repeated.figures()).isEqualTo(Figures.over(repeated.jvms()));
    assertThat(repeated.figures().timed().get(0).cells().keySet())
        .containsExactly("raw", "cairn", "cache2k");
    assertThat(repeated.figures().footprints()).hasSize(1);
    assertThat(Files.readString(file)).contains("\"jvms\"");
  }

  @Test
  void run_unknownRow_isRefusedBeforeAnythingRuns() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedMain.run(with("--rows", "get,gat")))
        .withMessageContaining("gat")
        .withMessageContaining("get-miss");
  }

  @Test
  void run_unknownSubject_isRefusedBeforeAnythingRuns() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedMain.run(with("--subjects", "cache3k")))
        .withMessageContaining("cache3k")
        .withMessageContaining("cache2k");
  }

  private static List<String> with(String... more) {
    var arguments = new ArrayList<>(SHORT);
    arguments.addAll(List.of(more));
    return arguments;
  }
}
