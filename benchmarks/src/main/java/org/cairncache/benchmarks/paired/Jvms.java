package org.cairncache.benchmarks.paired;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Repeats a run in JVMs of their own, one after another. */
final class Jvms {
  private final List<String> arguments;
  private final Consumer<String> progress;

  /** Runs with this command line, but each in one JVM. */
  Jvms(List<String> arguments, Consumer<String> progress) {
    this.arguments = List.copyOf(arguments);
    this.progress = progress;
  }

  /**
   * The figures of each run.
   *
   * @throws IllegalStateException if one fails
   */
  List<Figures> run(int count) {
    var figures = new ArrayList<Figures>();
    for (int i = 1; i <= count; i++) {
      progress.accept("JVM " + i + " of " + count);
      figures.add(runOne());
    }
    return figures;
  }

  private Figures runOne() {
    try {
      Path json = Files.createTempFile("paired", ".json");
      try {
        await(start(json));
        return JsonFigures.read(json);
      } finally {
        Files.deleteIfExists(json);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start(Path json) throws IOException {
    var command = new ArrayList<>(arguments); // of an option that is there twice the last counts
    command.addAll(List.of("--jvms", "1", "--json", json.toString()));
    return JavaCommand.of(PairedMain.class, command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void await(Process process) {
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException("A JVM ended with status " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } finally {
      process.destroy();
    }
  }
}
