package org.cairncache.benchmarks.footprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs a program in a JVM that has done nothing before.
 *
 * @param flags of the JVM
 */
record FreshJvm(ClassPath classPath, List<String> flags) {
  /**
   * What the program says in numbers, in the last line that it prints.
   *
   * @throws IllegalStateException if it fails
   */
  double[] run(Class<?> program, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath.and(home(program)).text(), program.getName()));
    command.addAll(arguments);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.PIPE).start();
      process.getOutputStream().close();
      var errors = new StringBuilder();
      Thread reader = new Thread(() -> process.errorReader(UTF_8).lines().forEach(errors::append));
      reader.start();
      List<String> lines = process.inputReader(UTF_8).lines().toList();
      reader.join();
      if (process.waitFor() != 0 || lines.isEmpty()) {
        throw new IllegalStateException(program.getSimpleName() + " " + arguments + ": " + errors);
      }
      return numbers(lines.get(lines.size() - 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  private static Path home(Class<?> program) {
    return Path.of(program.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
