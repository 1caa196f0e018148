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
 * Runs the TCK in a JVM of its own, by JUnit's console launcher.
 *
 * @param testsJar the TCK's tests as published
 * @param classPath without what the subject brings
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

  /** The environment variable by which a configuration names the working directory. */
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
  TckResult against(TckSubject subject, Path work) throws IOException, InterruptedException {
    Path output = work.resolve("output.log");
    long start = System.nanoTime();
    int exitCode = await(start(subject, work, output), output);
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    List<TckCase> tests = JUnitXml.read(report(work, output));
    return new TckResult(subject.name(), tests, checks(work), excluded(output), exitCode, duration);
  }

  private Process start(TckSubject subject, Path work, Path output) throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(command(subject))
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    process.environment().putAll(environment);
    process.environment().put(WORK, work.toUri().toString());
    return process.start();
  }

  private List<String> command(TckSubject subject) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1"); // ends sooner: most of the time is sleep and start
    systemProperties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.add("-cp");
    command.add(
        Stream.concat(subject.classPath().stream(), classPath.stream())
            .map(path -> path.toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)));
    command.add("org.junit.platform.console.ConsoleLauncher");
    command.add("execute");
    command.addAll(subject.selection(testsJar));
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

  /** The runner's own tests are Jupiter's, the TCK's are not. */
  private static List<TckCase> checks(Path work) throws IOException {
    Path report = work.resolve("TEST-junit-jupiter.xml");
    return Files.exists(report) ? JUnitXml.read(report) : List.of();
  }

  private static int excluded(Path output) throws IOException {
    try (Stream<String> lines = Files.lines(output, StandardCharsets.ISO_8859_1)) {
      return Math.toIntExact(lines.filter(line -> line.contains(EXCLUDED)).count());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
