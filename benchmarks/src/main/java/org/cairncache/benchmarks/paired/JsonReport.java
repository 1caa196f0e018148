package org.cairncache.benchmarks.paired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cairncache.benchmarks.report.Json;
import org.cairncache.benchmarks.report.Machine;
import org.cairncache.benchmarks.report.Quartiles;

/**
 * A run's figures beside the budgets, and those of each JVM if there were several, for programs.
 */
final class JsonReport {
  private JsonReport() {}

  /** Writes the report to {@code file} and makes its folder. */
  static void write(Report report, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, Json.of(tree(report)) + "\n");
  }

  private static Map<String, Object> tree(Report report) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("machine", Machine.describe());
    tree.put("options", report.options().toString());
    tree.put("subjects", report.subjects().stream().map(JsonReport::subject).toList());
    tree.putAll(figures(report.figures()));
    if (report.jvms().size() > 1) {
      tree.put("jvms", report.jvms().stream().map(JsonReport::figures).toList());
    }
    return tree;
  }

  private static Map<String, Object> figures(Figures figures) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("timed", figures.timed().stream().map(JsonReport::timed).toList());
    tree.put("footprints", figures.footprints().stream().map(JsonReport::footprint).toList());
    return tree;
  }

  private static Map<String, Object> subject(Subject subject) {
    return ordered("id", subject.id(), "label", subject.label(), "artifact", subject.artifact());
  }

  private static Map<String, Object> timed(RowResult result) {
    var cells = new LinkedHashMap<String, Object>();
    result.cells().forEach((subject, cell) -> cells.put(subject, cell(cell)));
    return ordered("row", result.row().id(), "budget", result.row().budget(), "subjects", cells);
  }

  private static Map<String, Object> cell(RowResult.Cell cell) {
    Map<String, Object> tree =
        ordered(
            "ratio", quartiles(cell.ratio()),
            "cpuNanosPerCall", quartiles(cell.nanos()),
            "allocatedBytesPerCall", quartiles(cell.bytes()));
    tree.put("differingAnswers", cell.differing());
    return tree;
  }

  private static Map<String, Object> quartiles(Quartiles quartiles) {
    return ordered(
        "lower", quartiles.lower(), "median", quartiles.median(), "upper", quartiles.upper());
  }

  private static Map<String, Object> footprint(FootprintResult result) {
    Map<String, Object> tree =
        ordered(
            "row", result.row().id(),
            "budgetBytesOverBaseline", result.row().budget(),
            "baselineBytesPerEntry", result.baseline());
    tree.put("bytesPerEntry", result.bytes());
    return tree;
  }

  private static Map<String, Object> ordered(
      String name1, Object value1, String name2, Object value2, String name3, Object value3) {
    var map = new LinkedHashMap<String, Object>();
    map.put(name1, value1);
    map.put(name2, value2);
    map.put(name3, value3);
    return map;
  }
}
