package org.cairncache.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run too short to mean anything: every row is there, and nothing here looks at speed. */
class PairedMainTest {
  private static final List<String> SHORT =
      List.of(
          "--entries", "1000",
          "--footprint-entries", "1000",
          "--rounds", "3",
          "--warm-up", "1",
          "--operations", "500");

  private static Report report;

  @BeforeAll
  static void runOnce() {
    report = PairedMain.run(SHORT);
  }

  @Test
  void run_short_givesEveryRowOfEverySubject() {
    assertThat(report.timed()).extracting(RowResult::row).isEqualTo(Rows.TIMED);
    assertThat(report.timed())
        .allSatisfy(
            result -> {
              CacheShape shape = result.row().shape();
              int subjects = shape.near() || shape.function() ? 2 : 4; // the peers have neither
              assertThat(result.cells()).hasSize(subjects).containsKeys("raw", "cairn");
            });
    assertThat(report.footprints()).extracting(FootprintResult::row).isEqualTo(Rows.FOOTPRINTS);
    assertThat(report.footprints()).allSatisfy(row -> assertThat(row.bytes()).hasSize(4));
  }

  @Test
  void run_everySubject_answersAsRawCaffeineDoes() {
    assertThat(report.timed())
        .flatExtracting(row -> row.cells().values())
        .allSatisfy(cell -> assertThat(cell.differing()).isZero());
  }

  @Test
  void text_hasALineForEveryRow() {
    assertThat(report.text())
        .contains(Rows.TIMED.stream().map(Row::label).toList())
        .contains(Rows.FOOTPRINTS.stream().map(FootprintRow::label).toList());
  }

  @Test
  void json_hasAnObjectForEveryRow(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("new/paired.json");
    JsonReport.write(report, file);

    assertThat(Files.readString(file))
        .contains(Rows.TIMED.stream().map(row -> "\"row\": \"" + row.id() + '"').toList());
  }

  @Test
  void run_isolated_timesEachSubjectInItsOwnJvm() {
    Report isolated = PairedMain.run(with("--isolated", "--rows", "get,get-fit"));

    assertThat(isolated.timed()).hasSize(2);
    assertThat(isolated.timed()).allSatisfy(row -> assertThat(row.cells()).hasSize(4));
    assertThat(isolated.footprints()).isEmpty();
  }

  @Test
  void run_unknownRow_isRefusedBeforeAnythingRuns() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedMain.run(with("--rows", "get,gat")))
        .withMessageContaining("gat")
        .withMessageContaining("get-miss");
  }

  private static List<String> with(String... more) {
    var arguments = new ArrayList<>(SHORT);
    arguments.addAll(List.of(more));
    return arguments;
  }
}
