package org.cairncache.benchmarks.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;
import org.cairncache.benchmarks.report.Machine;

/**
 * When and on what a part was measured.
 *
 * @param began to the minute, in UTC
 * @param quick whether the figures mean nothing
 * @param provider class name of the provider under test
 * @param system operating system, architecture and processor
 * @param before the JVM, and the load of the machine before the part
 * @param after the same after it
 * @param versions of the libraries, by name
 */
record Conditions(
    String began,
    boolean quick,
    String provider,
    String system,
    String before,
    String after,
    Map<String, String> versions) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** As they are now; {@link #ended} completes them. */
  static Conditions now(Form form) {
    String machine = Machine.describe();
    return new Conditions(
        Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
        form.quick(),
        form.provider(),
        operatingSystem(),
        machine,
        machine,
        Versions.of(System.getProperty("java.class.path")));
  }

  /** The same, with the load of now as that after the part. */
  Conditions ended() {
    return new Conditions(began, quick, provider, system, before, Machine.describe(), versions);
  }

  private static String operatingSystem() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch") + processor();
  }

  private static String processor() {
    if (!Files.isReadable(PROCESSORS)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> ", " + line.replaceFirst(".*: *", ""))
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
