package org.cairncache.tck;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the TCK in a JVM of its own, by JUnit's console launcher. The classes are those whose names
 * the launcher takes by default, as in the TCK's own build; the annotation tests need a container
 * and are not a provider's.
 *
 * @param testsJar the TCK's tests as published
 * @param classPath without the store's folder
 * @param systemProperties of that JVM
 * @param environment what that JVM is told beside this one's environment variables
 * @param limit after which that JVM is ended
 */
record TckRun(
    Path testsJar,
    List<Path> classPath,
    Map<String, String> systemProperties,
    Map<String, String> environment,
    Duration limit) {

  /** The environment variable by which a store's configuration names the working directory. */
  private static final String WORK = "TCK_WORK";

  private static final String EXCLUDED = "===== EXCLUDING TEST";

  TckRun {
    classPath = List.copyOf(classPath);
  }

  /**
   * Blocks until the TCK has ended.
   *
   * @param work an empty folder for the output; the JVM's working directory
   * @throws IOException also when the TCK did not end within the limit, or left no report
   */
  TckResult against(TckStore store, Path work) throws IOException, InterruptedException {
    Path output = work.resolve("output.log");
    long start = System.nanoTime();
    int exitCode = await(start(store, work, output), output);
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    return new TckResult(
        store.name(), JUnitXml.read(report(work, output)), excluded(output), exitCode, duration);
  }

  private Process start(TckStore store, Path work, Path output) throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(command(store))
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    process.environment().putAll(environment);
    process.environment().put(WORK, work.toUri().toString());
    return process.start();
  }

  private List<String> command(TckStore store) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    systemProperties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.add("-cp");
    command.add(
        Stream.concat(Stream.of(store.folder()), classPath.stream())
            .map(path -> path.toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)));
    command.add("org.junit.platform.console.ConsoleLauncher");
    command.add("execute");
    command.add("--scan-classpath=" + testsJar);
    command.add("--include-engine=junit-vintage");
    command.add("--exclude-package=org.jsr107.tck.annotation");
    command.add("--fail-if-no-tests");
    command.add("--disable-banner");
    command.add("--details=summary");
    command.add("--reports-dir=.");
    return command;
  }

  private int await(Process process, Path output) throws IOException, InterruptedException {
    try {
      if (process.waitFor(limit.toMillis(), MILLISECONDS)) {
        return process.exitValue();
      }
      throw new IOException("the TCK did not end within " + limit + "; see " + output);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static Path report(Path work, Path output) throws IOException {
    Path report = work.resolve("TEST-junit-vintage.xml");
    if (!Files.exists(report)) {
      throw new IOException("the TCK left no report; see " + output);
    }
    return report;
  }

  private static int excluded(Path output) throws IOException {
    try (Stream<String> lines = Files.lines(output, StandardCharsets.ISO_8859_1)) {
      return Math.toIntExact(lines.filter(line -> line.contains(EXCLUDED)).count());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
