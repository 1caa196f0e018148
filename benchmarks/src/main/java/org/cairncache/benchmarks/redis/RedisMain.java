package org.cairncache.benchmarks.redis;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.cairncache.benchmarks.report.Quartiles;
import org.cairncache.benchmarks.report.TextTable;
import org.cairncache.testkit.proxy.FaultyProxy;
import org.cairncache.testkit.proxy.Framing;
import org.cairncache.testkit.redis.Redis;

/**
 * Clients of one Redis on loopback, side by side: first their speed, turn by turn, as a ratio to
 * raw Lettuce's within each round; then how many commands an operation is. The argument is the
 * number of rounds, 500 by default.
 */
public final class RedisMain {
  private static final int CALLS_OF_A_TURN = 20;
  private static final int COUNTED = 20;

  private final Map<RedisSubject.Kind, RedisWorkload> workloads =
      new EnumMap<>(RedisSubject.Kind.class);
  private final List<RedisSubject> subjects = new ArrayList<>();
  private long used; // what depends on the answers

  private RedisMain(URI server) throws IOException {
    for (RedisSubject.Kind kind : RedisSubject.Kind.values()) {
      RedisSubject subject = RedisSubject.open(kind, server);
      subjects.add(subject);
      workloads.put(kind, new RedisWorkload(subject));
    }
  }

  /** Prints the tables. */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length == 0 ? 500 : Integer.parseInt(arguments[0]);
    System.out.print(tables(Redis.shared(), rounds));
  }

  static String tables(Redis redis, int rounds) throws IOException {
    try (FaultyProxy proxy = FaultyProxy.to(redis.host(), redis.port(), Framing.resp())) {
      RedisMain direct = new RedisMain(redis.uri());
      String speed = direct.speed(rounds);
      direct.close();
      RedisMain proxied = new RedisMain(URI.create("redis://" + proxy.host() + ":" + proxy.port()));
      String commands = proxied.commands(redis, proxy);
      proxied.close();
      return speed + "\n" + commands;
    }
  }

  private String speed(int rounds) {
    TextTable table = header("microseconds per call; throughput to LETTUCE: median [quartiles]");
    for (RedisWorkload.Operation operation : RedisWorkload.Operation.values()) {
      List<Map<RedisSubject.Kind, Double>> times = new ArrayList<>();
      Random order = new Random(42);
      for (int i = -rounds / 2; i < rounds; i++) { // the first are to warm up
        Map<RedisSubject.Kind, Double> round = round(operation, order);
        if (i >= 0) {
          times.add(round);
        }
      }
      add(table, operation, kind -> cell(kind, times));
    }
    return table.text() + "(all answers: " + used + ")\n";
  }

  private Map<RedisSubject.Kind, Double> round(RedisWorkload.Operation operation, Random order) {
    List<RedisSubject.Kind> turns = new ArrayList<>(workloads.keySet());
    Collections.shuffle(turns, order);
    Map<RedisSubject.Kind, Double> round = new EnumMap<>(RedisSubject.Kind.class);
    for (RedisSubject.Kind kind : turns) {
      long start = System.nanoTime();
      repeat(CALLS_OF_A_TURN, kind, operation);
      round.put(kind, (System.nanoTime() - start) / 1e3 / CALLS_OF_A_TURN);
    }
    return round;
  }

  private void repeat(int times, RedisSubject.Kind kind, RedisWorkload.Operation operation) {
    RedisWorkload workload = workloads.get(kind);
    for (int i = 0; workload != null && i < times; i++) {
      used += workload.run(operation);
    }
  }

  private static String cell(RedisSubject.Kind kind, List<Map<RedisSubject.Kind, Double>> rounds) {
    Quartiles micros = Quartiles.of(rounds.stream().mapToDouble(r -> time(r, kind)).toArray());
    Quartiles ratio =
        Quartiles.of(
            rounds.stream()
                .mapToDouble(r -> time(r, RedisSubject.Kind.LETTUCE) / time(r, kind))
                .toArray());
    return TextTable.format(
        "%.0f; %.2f [%.2f %.2f]", micros.median(), ratio.median(), ratio.lower(), ratio.upper());
  }

  private static double time(Map<RedisSubject.Kind, Double> round, RedisSubject.Kind kind) {
    return round.getOrDefault(kind, Double.NaN);
  }

  private String commands(Redis redis, FaultyProxy proxy) {
    TextTable table = header("commands per call: sent; run by the server, with those of scripts");
    for (RedisWorkload.Operation operation : RedisWorkload.Operation.values()) {
      add(
          table,
          operation,
          kind -> {
            redis.command("CONFIG", "RESETSTAT");
            long before = proxy.count();
            repeat(COUNTED, kind, operation);
            long sent = proxy.count() - before;
            return TextTable.format(
                "%.1f; %.1f", sent / (double) COUNTED, executed(redis) / (double) COUNTED);
          });
    }
    return table.text();
  }

  /** The commands since the statistics were reset, but for those of the asking itself. */
  private static long executed(Redis redis) {
    return redis
        .command("INFO", "commandstats")
        .text()
        .lines()
        .filter(line -> line.startsWith("cmdstat_") && !line.matches("cmdstat_(auth|config).*"))
        .mapToLong(line -> Long.parseLong(line.replaceFirst(".*:calls=(\\d+),.*", "$1")))
        .sum();
  }

  private static TextTable header(String title) {
    TextTable table = new TextTable();
    List<String> cells = new ArrayList<>(List.of(title));
    for (RedisSubject.Kind kind : RedisSubject.Kind.values()) {
      cells.add(kind.name());
    }
    table.add(cells);
    return table;
  }

  private void add(
      TextTable table,
      RedisWorkload.Operation operation,
      Function<RedisSubject.Kind, String> cell) {
    List<String> cells = new ArrayList<>(List.of(operation.name().toLowerCase(Locale.ROOT)));
    workloads.keySet().forEach(kind -> cells.add(cell.apply(kind)));
    table.add(cells);
  }

  private void close() {
    subjects.forEach(RedisSubject::close);
  }
}
