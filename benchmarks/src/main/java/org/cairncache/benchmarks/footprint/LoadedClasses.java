package org.cairncache.benchmarks.footprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How many classes a JVM has loaded.
 *
 * @param all of them
 * @param parsed those that were not in the JDK's archive, so that each took time to read and verify
 * @param made those that were made as the program ran, as for lambdas
 */
record LoadedClasses(long all, long parsed, long made) {
  private static final String ARCHIVED = "source: shared objects file";
  private static final String HIDDEN = "/0x";

  /** The flag of the JVM that writes the file which {@link #read} reads. */
  static String flag(Path file) {
    return "-Xlog:class+load=info:file=" + file + ":none";
  }

  static LoadedClasses read(Path file) throws IOException {
    List<String> lines =
        Files.readAllLines(file).stream().filter(line -> line.contains(" source: ")).toList();
    long archived = lines.stream().filter(line -> line.contains(ARCHIVED)).count();
    long hidden = lines.stream().filter(line -> line.contains(HIDDEN)).count();
    return new LoadedClasses(lines.size(), lines.size() - archived, hidden);
  }

  /** What was loaded beyond the other. */
  LoadedClasses beyond(LoadedClasses other) {
    return new LoadedClasses(all - other.all, parsed - other.parsed, made - other.made);
  }
}
