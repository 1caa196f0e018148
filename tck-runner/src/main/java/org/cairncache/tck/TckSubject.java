package org.cairncache.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What one run of the TCK tests: a row of the report, with a folder that configures it. */
sealed interface TckSubject permits TckStore, TckContainer {

  /** Unique among all subjects; the folder's name. */
  String name();

  /** Holds the {@code cairn.conf} under which the TCK runs. */
  Path folder();

  /** What goes first on the TCK's class path, the folder before all. */
  List<Path> classPath() throws IOException;

  /**
   * Which tests run, as options of JUnit's console launcher.
   *
   * @param testsJar the TCK's tests as published
   */
  List<String> selection(Path testsJar);

  /** What the result must be. */
  TckGate gate();

  /** Under what the TCK runs, as text. */
  default String configuration() throws IOException {
    return Files.readString(folder().resolve("cairn.conf"));
  }
}
