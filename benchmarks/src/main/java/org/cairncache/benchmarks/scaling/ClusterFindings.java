package org.cairncache.benchmarks.scaling;

import static org.cairncache.benchmarks.report.TextTable.format;

import java.util.ArrayList;
import java.util.List;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.report.Sheet;

/** How large a Redis must be, and the inputs of all that is simulated. */
final class ClusterFindings {
  private static final List<ClusterLoad> LOADS =
      List.of(
          new ClusterLoad("20,000 gets, 1 million of 1 kB", 20_000, 200, 0, 1e6, 1_000),
          new ClusterLoad("200,000 gets, 10 million of 1 kB", 200_000, 2_000, 0, 1e7, 1_000),
          new ClusterLoad("200,000 gets, 10 million of 100 B", 200_000, 2_000, 0, 1e7, 100),
          new ClusterLoad("50,000 gets, 10 million of 10 kB", 50_000, 500, 0, 1e7, 10_000),
          new ClusterLoad("100,000 invokes, 1 million of 100 B", 0, 0, 100_000, 1e6, 100));

  private ClusterFindings() {}

  /** Reckons all of them. */
  static Measured of(Inputs inputs) {
    return new Measured(List.of(cluster(inputs), bytes(), inputs(inputs)), List.of());
  }

  private static Sheet cluster(Inputs inputs) {
    RedisNode node = inputs.node();
    List<List<String>> lines = new ArrayList<>();
    for (ClusterLoad load : LOADS) {
      int primaries = node.primaries(load);
      lines.add(
          List.of(
              load.name(),
              format("%.0f", load.commands()),
              format("%.1f GB", load.memory() / 1e9),
              format("%.0f MB/s", load.traffic() / 1e6),
              String.valueOf(node.byCommands(load)),
              String.valueOf(node.byMemory(load)),
              String.valueOf(node.byNetwork(load)),
              primaries + " and " + primaries,
              format("%.0f", 2 * primaries * inputs.get("--redis-node"))));
    }
    return new Sheet(
        "scaling-cluster",
        "Nodes of Redis",
        List.of(
            "a second",
            "commands/s",
            "memory",
            "traffic",
            "primaries by commands",
            "by memory",
            "by network",
            "primaries and replicas",
            "USD a month"),
        lines,
        List.of());
  }

  private static Sheet bytes() {
    List<List<String>> lines = new ArrayList<>();
    EntryBytes.MEASURED.forEach(
        (value, bytes) ->
            lines.add(
                List.of(
                    format("%d B", value),
                    format("%d B", bytes),
                    format("%.1f GB", bytes * 1e6 / 1e9))));
    return new Sheet(
        "scaling-bytes",
        "What an entry takes in Redis, with a key of " + EntryBytes.KEY + " bytes",
        List.of("encoded value", "MEMORY USAGE", "a million entries"),
        lines,
        List.of());
  }

  private static Sheet inputs(Inputs inputs) {
    return new Sheet(
        "scaling-inputs",
        "What goes into all of this",
        List.of("option", "value", "", "from"),
        Inputs.all().stream()
            .map(
                input ->
                    List.of(
                        "`" + input.name() + "`",
                        format("%s", inputs.get(input.name())).replaceFirst("\\.0$", ""),
                        input.text(),
                        input.source()))
            .toList(),
        List.of());
  }
}
