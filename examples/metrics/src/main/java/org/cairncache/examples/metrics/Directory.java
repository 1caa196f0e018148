package org.cairncache.examples.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary directory, which goes with all that is in it. */
record Directory(Path path) implements AutoCloseable {

  static Directory create() throws IOException {
    return new Directory(Files.createTempDirectory("metrics"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    }
  }
}
