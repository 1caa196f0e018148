package org.cairncache.benchmarks.footprint;

import static org.cairncache.benchmarks.report.TextTable.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cairncache.benchmarks.report.Quartiles;
import org.cairncache.benchmarks.report.Sheet;

/**
 * Starts programs again and again, in turns.
 *
 * @param jvms how many of each
 * @param folder for files
 */
record StartupRun(List<Starter> starters, int jvms, Path folder, Consumer<String> progress) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** What a program took, and what it loaded beyond the first of the starters. */
  record Row(Starter starter, Quartiles millis, LoadedClasses classes) {}

  List<Row> rows() {
    double[][] millis = new double[starters.size()][jvms];
    for (int jvm = 0; jvm < jvms; jvm++) {
      progress.accept("starting: " + (jvm + 1) + " of " + jvms);
      for (int i = 0; i < starters.size(); i++) {
        millis[i][jvm] = nanos(starters.get(i), List.of()) / NANOS_PER_MILLI;
      }
    }
    LoadedClasses empty = classes(starters.get(0));
    var rows = new ArrayList<Row>();
    for (int i = 0; i < starters.size(); i++) {
      Starter starter = starters.get(i);
      rows.add(new Row(starter, Quartiles.of(millis[i]), classes(starter).beyond(empty)));
    }
    return rows;
  }

  /** A line for each program. */
  static Sheet sheet(List<Row> rows) {
    return new Sheet(
        "start-up",
        "From main to the first value got, in a JVM of its own",
        List.of("program", "ms", "quartiles", "classes", "not from the archive", "made", ""),
        rows.stream().map(row -> line(row, rows)).toList(),
        List.of(
            "Classes are those beyond an empty program's; the archive is the JDK's own (CDS); made"
                + " are the ones of lambdas and the like.",
            "Every program has the jars on its class path that the library's POM brings, unless it"
                + " says otherwise."));
  }

  private static List<String> line(Row row, List<Row> rows) {
    Quartiles millis = row.millis();
    return List.of(
        row.starter().label(),
        format("%.1f", millis.median()),
        format("%.1f–%.1f", millis.lower(), millis.upper()),
        format("%,d", row.classes().all()),
        format("%,d", row.classes().parsed()),
        format("%,d", row.classes().made()),
        faster(row, rows));
  }

  /** The other providers that start faster than the one under test, which comes first. */
  private static String faster(Row own, List<Row> rows) {
    Optional<Row> tested = rows.stream().filter(row -> row.starter().isProvider()).findFirst();
    if (tested.isEmpty() || !own.starter().way().equals(tested.get().starter().way())) {
      return "";
    }
    String names =
        rows.stream()
            .filter(row -> row.starter().isProvider())
            .filter(row -> !row.starter().way().equals(own.starter().way()))
            .filter(row -> row.millis().median() < own.millis().median())
            .map(row -> row.starter().label())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "faster: " + names;
  }

  private LoadedClasses classes(Starter starter) {
    Path log = folder.resolve("classes.log");
    try {
      nanos(starter, List.of(LoadedClasses.flag(log)));
      return LoadedClasses.read(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(log);
    }
  }

  private static double nanos(Starter starter, List<String> flags) {
    return new FreshJvm(starter.classPath(), flags)
        .run(FirstGetMain.class, List.of(starter.way()))[0];
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
