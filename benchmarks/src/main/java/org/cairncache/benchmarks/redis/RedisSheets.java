package org.cairncache.benchmarks.redis;

import static org.cairncache.benchmarks.report.TextTable.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cairncache.benchmarks.redis.RedisSubject.Kind;
import org.cairncache.benchmarks.redis.RedisWorkload.Operation;
import org.cairncache.benchmarks.report.Budget;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Quartiles;
import org.cairncache.benchmarks.report.Sheet;

/** What was measured of clients of Redis, as tables and a chart. */
final class RedisSheets {
  private RedisSheets() {}

  /** Throughput, beside the budgets. */
  static Sheet throughput(
      String id,
      String title,
      Map<Operation, RedisTimes> times,
      List<Kind> kinds,
      String... notes) {
    List<List<String>> lines = new ArrayList<>();
    times.forEach((operation, time) -> lines.add(line(operation, time, kinds)));
    return new Sheet(id, title, heads(kinds), lines, List.of(notes));
  }

  private static List<String> heads(List<Kind> kinds) {
    List<String> heads = new ArrayList<>(List.of("operation"));
    kinds.forEach(kind -> heads.add(kind.label()));
    heads.addAll(List.of("budget", "verdict"));
    return heads;
  }

  private static List<String> line(Operation operation, RedisTimes times, List<Kind> kinds) {
    Kind anchor = kinds.contains(operation.anchor()) ? operation.anchor() : Kind.LETTUCE;
    List<String> cells = new ArrayList<>(List.of(operation.label()));
    for (Kind kind : kinds) {
      Quartiles ratio = times.throughput(kind, anchor);
      cells.add(
          format(
              "%.0f µs; %.2f [%.2f %.2f]",
              times.micros(kind).median(), ratio.median(), ratio.lower(), ratio.upper()));
    }
    Quartiles own = times.throughput(Kind.CAIRN, anchor);
    cells.add(operation.throughput().text());
    String verdict = operation.throughput().verdict(own.median());
    Quartiles peer = times.throughput(Kind.REDISSON, anchor);
    boolean wins = peer.median() > own.median();
    cells.add(wins ? verdict + "; " + Kind.REDISSON.label() + " ahead" : verdict);
    return cells;
  }

  /**
   * Commands for a call, beside the budgets.
   *
   * @param counted what was sent and what the server ran, for each kind
   */
  static Sheet commands(Map<Operation, Map<Kind, double[]>> counted) {
    List<List<String>> lines = new ArrayList<>();
    counted.forEach(
        (operation, byKind) -> {
          List<String> cells = new ArrayList<>(List.of(operation.label()));
          for (Kind kind : Kind.values()) {
            double[] two = Objects.requireNonNull(byKind.get(kind));
            cells.add(format("%.1f; %.1f", two[0], two[1]));
          }
          Budget budget = operation.commands();
          cells.add(budget.text());
          cells.add(budget.verdict(Objects.requireNonNull(byKind.get(Kind.CAIRN))[0]));
          lines.add(cells);
        });
    return new Sheet(
        "redis-commands",
        "Redis: commands for a call: sent; run by the server, with those of scripts",
        heads(List.of(Kind.values())),
        lines,
        List.of("What is sent is counted by a proxy, what is run by the server itself."));
  }

  /** The throughput of each operation, a bar for each client. */
  static Chart chart(Map<Operation, RedisTimes> times) {
    List<Operation> order = List.copyOf(times.keySet());
    Map<Kind, List<Chart.Point>> points = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      points.put(kind, new ArrayList<>());
    }
    times.forEach(
        (operation, time) ->
            points.forEach(
                (kind, bars) ->
                    bars.add(
                        new Chart.Point(
                            operation.label(),
                            order.indexOf(operation),
                            time.throughput(kind, operation.anchor()).median()))));
    return new Chart(
        "redis-throughput",
        "Redis: throughput beside raw Lettuce",
        new Chart.Axis("operation", false),
        new Chart.Axis("throughput, raw Lettuce is 1", false),
        Chart.Kind.BARS,
        points.entrySet().stream()
            .map(entry -> new Chart.Series(entry.getKey().label(), entry.getValue()))
            .toList());
  }
}
