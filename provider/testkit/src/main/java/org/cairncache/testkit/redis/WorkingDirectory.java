package org.cairncache.testkit.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary directory of one server: its configuration, its log, what it writes itself. */
record WorkingDirectory(Path path) {
  private static final String CONFIGURATION = "redis.conf";
  private static final String LOG = "redis.log";

  static WorkingDirectory create() {
    try {
      return new WorkingDirectory(Files.createTempDirectory("cairn-redis"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  File configuration() {
    return path.resolve(CONFIGURATION).toFile();
  }

  void configure(List<String> lines) {
    try {
      Files.write(path.resolve(CONFIGURATION), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  File logFile() {
    return path.resolve(LOG).toFile();
  }

  String log() {
    try {
      return Files.readString(path.resolve(LOG));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes it with all that is in it. */
  void delete() {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
