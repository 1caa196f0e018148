package org.cairncache.benchmarks.footprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cairncache.benchmarks.paired.Provider;
import org.cairncache.benchmarks.paired.Subjects;
import org.cairncache.benchmarks.report.Arguments;
import org.cairncache.benchmarks.report.Machine;
import org.cairncache.benchmarks.report.Measured;

/** Start-up and empty caches: starts many JVMs and prints the tables. */
public final class FootprintMain {
  private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();
  private static final String CONFIGURATION = "cairn { caches { declared {} } }\n";

  static {
    DEFAULTS.put("--provider", Subjects.DEFAULT_PROVIDER);
    DEFAULTS.put("--subjects", ""); // ids, all if empty
    DEFAULTS.put("--jvms", "15");
    DEFAULTS.put("--caches", "100");
  }

  private FootprintMain() {}

  /** Takes the options that stand in the README. */
  public static void main(String[] arguments) {
    System.out.println(Machine.describe());
    System.out.print(run(List.of(arguments)).text());
    System.out.println(Machine.describe());
  }

  /** Measures what the command line asks for; progress goes to standard error. */
  public static Measured run(List<String> commandLine) {
    return report(commandLine).measured();
  }

  static FootprintReport report(List<String> commandLine) {
    Arguments arguments = Arguments.parse(DEFAULTS, commandLine);
    List<Provider> providers =
        Provider.all(arguments.text("--provider"), arguments.texts("--subjects"));
    int jvms = arguments.number("--jvms", 1);
    Consumer<String> progress = System.err::println;
    try {
      Path folder = Files.createTempDirectory("footprint");
      Path configuration = Files.writeString(folder.resolve("cairn.conf"), CONFIGURATION);
      try {
        var startup = new StartupRun(Starter.all(providers, folder), jvms, folder, progress).rows();
        int caches = arguments.number("--caches", 1);
        var many = new ManyCachesRun(providers, caches, jvms, progress);
        return new FootprintReport(startup, many, many.rows());
      } finally {
        Files.delete(configuration);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
