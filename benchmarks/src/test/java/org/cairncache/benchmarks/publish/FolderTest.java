package org.cairncache.benchmarks.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Chart.Axis;
import org.cairncache.benchmarks.report.Chart.Point;
import org.cairncache.benchmarks.report.Chart.Series;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.report.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published, and what a person reads there. */
class FolderTest {
  private static final Part FIRST = new Part("first", "The first part", form -> figures("1.05"));
  private static final Part SECOND = new Part("second", "The second", form -> figures("0.98"));
  private static final List<Part> BOTH = List.of(FIRST, SECOND);
  private static final Form QUICK = new Form(true, "a.Provider");
  private static final Form FULL = new Form(false, "a.Provider");

  @TempDir Path path;

  @Test
  void read_whatWasWritten_isTheSame() throws Exception {
    Folder folder = new Folder(path.resolve("new"));
    Figures figures = Figures.measure(FIRST, FULL);
    folder.write(figures);

    assertThat(folder.read(BOTH)).containsExactly(figures);
    assertThat(path.resolve("new/chart.svg")).isNotEmptyFile();
  }

  @Test
  void writePage_hasTablesChartsAndConditionsOfEachPart() throws Exception {
    Folder folder = published(Figures.measure(SECOND, FULL), Figures.measure(FIRST, FULL));

    folder.writePage(BOTH);

    assertThat(page())
        .containsSubsequence(
            "- [The first part](#first)",
            "## The first part",
            "Measured 2",
            " UTC on ",
            "Before: ",
            "load ",
            "After: ",
            "Provider: `a.Provider`",
            "### Ratio of a\\_b &lt;c&gt;".replace("&gt;", ">"),
            "| row | ratio | verdict |\n|---|--:|---|\n| get \\| put | 1.05 | OVER; cache2k wins |",
            "- one note",
            "![Ratio](chart.svg)",
            "## The second",
            "| get \\| put | 0.98 |",
            "## Versions",
            "| Caffeine | ",
            "PublishMain")
        .doesNotContain("Not to be quoted");
  }

  @Test
  void writePage_onePartMeasuredLater_keepsTheOther() throws Exception {
    Folder folder = published(Figures.measure(FIRST, FULL));
    folder.writePage(BOTH);
    assertThat(page()).doesNotContain("## The second");

    folder.write(Figures.measure(SECOND, QUICK));
    folder.writePage(BOTH);

    assertThat(page()).containsSubsequence("## The first", "## The second", "Not to be quoted");
  }

  @Test
  void writePage_nothingMeasured_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Folder(path).writePage(BOTH))
        .withMessageContaining("Nothing is measured");
  }

  @Test
  void write_twice_isTheSameBytes() throws Exception {
    Figures figures = Figures.measure(FIRST, FULL);
    published(figures).writePage(BOTH);
    List<String> once = contents();
    published(figures).writePage(BOTH);

    assertThat(contents()).hasSize(3).isEqualTo(once);
  }

  @Test
  void published_anything_namesNoPathOfTheMachine() throws Exception {
    published(Figures.measure(FIRST, FULL)).writePage(BOTH);

    assertThat(contents())
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContain(System.getProperty("user.dir"))
                    .doesNotContain(System.getProperty("user.home") + "/"));
  }

  @Test
  void measure_noFigures_isRefused() {
    Sheet empty = new Sheet("empty", "", List.of("row"), List.of(), List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measured(List.of(), List.of()))
        .withMessageContaining("Nothing was measured");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measured(List.of(empty), List.of()))
        .withMessageContaining("empty has no figures");
  }

  private Folder published(Figures... all) throws Exception {
    Folder folder = new Folder(path);
    for (Figures figures : all) {
      folder.write(figures);
    }
    return folder;
  }

  private String page() throws Exception {
    return Files.readString(path.resolve("README.md"));
  }

  private List<String> contents() throws Exception {
    try (Stream<Path> files = Files.list(path)) {
      var texts = new ArrayList<String>();
      for (Path file : files.sorted().toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    }
  }

  private static Measured figures(String ratio) {
    Sheet sheet =
        new Sheet(
            "sheet",
            "Ratio of a_b <c>",
            List.of("row", "ratio", "verdict"),
            List.of(List.of("get | put", ratio, "OVER; cache2k wins")),
            List.of("one note"));
    Chart chart =
        new Chart(
            "chart",
            "Ratio",
            new Axis("row", false),
            new Axis("ratio", false),
            Chart.Kind.BARS,
            List.of(new Series("Cairn", List.of(new Point("get", 0, Double.parseDouble(ratio))))));
    return new Measured(List.of(sheet), List.of(chart));
  }
}
