package org.cairncache.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.cairncache.tck.TckCase.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TckReportTest {

  @TempDir Path folder;

  private final TckReport report = new TckReport("TCK: `tests.jar`");

  @Test
  void json_twoStores_isAListInTheOrderAdded() throws IOException {
    add("memory", 479, 1);
    add("redis", 478, 13);

    assertThat(report.json())
        .isEqualTo(
            """
            [
              {"subject": "memory", "run": 479, "failed": 0, "errors": 0, "excluded": 1, "seconds": 39.5},
              {"subject": "redis", "run": 478, "failed": 0, "errors": 0, "excluded": 13, "seconds": 39.5}
            ]
            """);
  }

  @Test
  void markdown_storeThatBreaksTheGate_saysWhere() throws IOException {
    add("memory", 478, 1);

    assertThat(report.markdown())
        .contains("| memory | 478 | 0 | 0 | 1 | 39.5 | run: 478 instead of 479 |");
  }

  @Test
  void markdown_printsTheSetupAndEachConfiguration() throws IOException {
    add("memory", 479, 1);

    assertThat(report.markdown())
        .contains(
            "| memory | 479 | 0 | 0 | 1 | 39.5 | passed |",
            "TCK: `tests.jar`",
            "### memory\n\n```\n# memory's configuration\n```");
  }

  @Test
  void write_leavesBothFiles() throws IOException {
    add("memory", 479, 1);
    report.write(folder);

    assertThat(folder.resolve("tck-report.md")).hasContent(report.markdown());
    assertThat(folder.resolve("tck-report.json")).hasContent(report.json());
  }

  private void add(String name, int run, int excluded) throws IOException {
    Path store = Files.createDirectory(folder.resolve(name));
    Files.writeString(store.resolve("cairn.conf"), "# " + name + "'s configuration\n");
    List<TckCase> tests = Collections.nCopies(run, new TckCase("C", "m", End.PASSED, ""));
    report.add(
        new TckStore(name, store, excluded),
        new TckResult(name, tests, List.of(), excluded, 0, Duration.ofMillis(39_450)));
  }
}
