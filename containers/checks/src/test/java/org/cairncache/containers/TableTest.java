package org.cairncache.containers;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Writes the table of this run, and holds the documented one to it. Runs after all others. */
@Order(Integer.MAX_VALUE)
final class TableTest {
  private static final Path WRITTEN = Path.of("target/checks.md");
  private static final Path DOCUMENTED = Path.of("../../docs/containers/checks.md");

  @Test
  void documentedTable_isThatOfTheRun() throws IOException {
    assumeTrue(System.getProperty("it.test") == null, "only some checks were run");
    Files.writeString(WRITTEN, Table.markdown());
    List<String> documented = Files.readAllLines(DOCUMENTED);
    assertThat(Table.containers()).isNotEmpty();
    for (String container : Table.containers()) {
      SortedMap<String, String> run = Table.of(container);
      SortedMap<String, String> page = column(documented, container);
      Set<String> groups = run.keySet().stream().map(TableTest::group).collect(toSet());
      Set<String> skipped = new HashSet<>(run.keySet());
      skipped.removeIf(check -> !run.get(check).equals(Table.NOT_RUN));
      run.keySet().removeAll(skipped);
      page.keySet().removeIf(check -> !groups.contains(group(check)) || skipped.contains(check));
      assertThat(page)
          .as("%s in %s; the table of this run is in %s", container, DOCUMENTED, WRITTEN)
          .isEqualTo(run);
    }
  }

  private static String group(String check) {
    return check.substring(0, check.indexOf(':'));
  }

  private static SortedMap<String, String> column(List<String> page, String container) {
    List<List<String>> rows =
        page.stream().filter(line -> line.startsWith("| ")).map(TableTest::cells).toList();
    assertThat(rows).as("rows of %s", DOCUMENTED).isNotEmpty();
    int column = rows.get(0).indexOf(container);
    assertThat(column).as("column of %s in %s", container, rows.get(0)).isPositive();
    SortedMap<String, String> results = new TreeMap<>();
    rows.stream()
        .skip(1)
        .filter(row -> !row.get(0).equals("*seconds*"))
        .forEach(row -> results.put(row.get(0), row.get(column)));
    return results;
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.split("\\|")).skip(1).map(String::strip).toList();
  }
}
