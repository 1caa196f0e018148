package org.cairncache.benchmarks.paired;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the command line says: {@code --name value}, or {@code --isolated} alone.
 *
 * @param provider class name of the provider under test
 * @param entries entries in every timed cache
 * @param footprintEntries entries in every weighed cache
 * @param rounds measured turns per row and subject
 * @param warmUp turns per row and subject that are thrown away, before each row's first round
 * @param operations cache calls per turn, or keys where a call has many
 * @param skew see {@link Zipf}
 * @param seed of keys, draws and order
 * @param rows ids of the rows to run; empty means all
 * @param cpu whose CPU time counts
 * @param subjects ids of the peers to run; empty means all
 * @param isolated whether every subject is timed in a JVM of its own
 * @param jvms how many JVMs repeat the run, one after another
 * @param json where the results are written
 */
record Options(
    String provider,
    int entries,
    int footprintEntries,
    int rounds,
    int warmUp,
    int operations,
    double skew,
    long seed,
    List<String> rows,
    CpuClock cpu,
    List<String> subjects,
    boolean isolated,
    int jvms,
    Path json) {
  private static final int SLICES = 16;

  /**
   * The defaults, changed where {@code arguments} say so.
   *
   * @throws IllegalArgumentException for an unknown option or a value that does not parse
   */
  static Options parse(List<String> arguments) {
    var values = new Values(defaults());
    var rest = arguments.iterator();
    while (rest.hasNext()) {
      String name = rest.next();
      String value = name.equals("--isolated") ? "true" : rest.hasNext() ? rest.next() : "";
      values.set(name, value);
    }
    return of(values);
  }

  private static Map<String, String> defaults() {
    var defaults = new LinkedHashMap<String, String>();
    defaults.put("--provider", Subjects.DEFAULT_PROVIDER);
    defaults.put("--entries", "100000");
    defaults.put("--footprint-entries", "1000000");
    defaults.put("--rounds", "50");
    defaults.put("--warm-up", "15");
    defaults.put("--operations", "65536");
    defaults.put("--skew", "0.99");
    defaults.put("--seed", "42");
    defaults.put("--rows", "");
    defaults.put("--cpu", "caller");
    defaults.put("--subjects", "");
    defaults.put("--isolated", "false");
    defaults.put("--jvms", "1");
    defaults.put("--json", "target/paired.json");
    return defaults;
  }

  private static Options of(Values values) {
    return new Options(
        values.get("--provider"),
        values.count("--entries"),
        values.count("--footprint-entries"),
        values.count("--rounds"),
        values.count("--warm-up"),
        values.count("--operations"),
        Double.parseDouble(values.get("--skew")),
        Long.parseLong(values.get("--seed")),
        values.list("--rows"),
        CpuClock.valueOf(values.get("--cpu").toUpperCase(Locale.ROOT).replace('-', '_')),
        values.list("--subjects"),
        Boolean.parseBoolean(values.get("--isolated")),
        values.count("--jvms"),
        Path.of(values.get("--json")));
  }

  /** Whether the row of that id was asked for. */
  boolean includes(String row) {
    return rows.isEmpty() || rows.contains(row);
  }

  /** Whether the subject of that id was asked for. */
  boolean includesSubject(String subject) {
    return subjects.isEmpty() || subjects.contains(subject);
  }

  /** The keys and values these options describe: enough draws for 16 different turns. */
  Workload workload() {
    return new Workload(entries, operations * SLICES, skew, seed);
  }

  private record Values(Map<String, String> byName) {
    void set(String name, String value) {
      if (byName.replace(name, value) == null) {
        throw new IllegalArgumentException(
            "Unknown option " + name + "; known: " + byName.keySet());
      }
    }

    String get(String name) {
      return Objects.requireNonNull(byName.get(name), name);
    }

    List<String> list(String name) {
      String value = get(name);
      return value.isEmpty() ? List.of() : List.of(value.split(",", -1));
    }

    int count(String name) {
      int count = Integer.parseInt(get(name));
      if (count < 1) {
        throw new IllegalArgumentException(name + " must be at least 1");
      }
      return count;
    }
  }
}
