package org.cairncache.benchmarks.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.cairncache.benchmarks.redis.RedisSubject.Kind;
import org.cairncache.benchmarks.redis.RedisWorkload.Operation;
import org.cairncache.benchmarks.report.Machine;
import org.cairncache.benchmarks.report.Measured;
import org.cairncache.benchmarks.report.Sheet;
import org.cairncache.benchmarks.report.TextTable;
import org.cairncache.testkit.proxy.FaultyProxy;
import org.cairncache.testkit.proxy.Framing;
import org.cairncache.testkit.redis.Redis;

/**
 * Clients of one Redis on loopback, side by side: their speed, turn by turn, as a ratio to raw
 * Lettuce's within each round, of one thread and of eight; and how many commands an operation is.
 * The argument is the number of rounds, 500 by default.
 */
public final class RedisMain {
  private static final int ROUNDS = 500;
  private static final int THREADS = 8;
  private static final int CALLS_OF_A_TURN = 20;
  private static final int COUNTED = 20;

  // WATCH is for one thread on a connection.
  private static final List<Kind> SHARED = List.of(Kind.LETTUCE, Kind.CAIRN, Kind.REDISSON);

  private final LongAdder used = new LongAdder(); // what depends on the answers

  private RedisMain() {}

  /** Prints the tables. */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
    System.out.println(Machine.describe());
    System.out.print(measure(Redis.shared(), rounds).text());
  }

  /**
   * Measures.
   *
   * @param quick in a few seconds, to see that it works
   */
  public static Measured measure(boolean quick) {
    try {
      return measure(Redis.shared(), quick ? 1 : ROUNDS);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Measured measure(Redis redis, int rounds) throws IOException {
    RedisMain run = new RedisMain();
    Map<Operation, RedisTimes> alone;
    Map<Operation, RedisTimes> together;
    try (RedisClients clients = new RedisClients(redis.uri(), THREADS)) {
      alone = run.alone(clients, rounds);
      together = run.together(clients, Math.max(1, rounds / THREADS));
    }
    String server = "Redis " + version(redis) + " on loopback";
    return new Measured(
        List.of(
            RedisSheets.throughput(
                "redis-throughput",
                "Redis: microseconds for a call; throughput to raw Lettuce: median [quartiles]",
                alone,
                List.of(Kind.values()),
                "One thread, values of 200 bytes, batches of 50; " + server + ".",
                "invoke is compared with WATCH, GET, MULTI with SET, EXEC, what needs no script.",
                "Up to Redis 6.2 answers of more than 16 KiB go out by two writes."),
            RedisSheets.throughput(
                "redis-threads",
                TextTable.format(
                    "Redis: %d threads on one client: microseconds for a call; throughput",
                    THREADS),
                together,
                SHARED,
                "The budgets are those of one thread; invoke is compared with GET and a script, as"
                    + " WATCH is for one thread on a connection; "
                    + server
                    + ".",
                "All answers: " + run.used.sum()),
            run.commands(redis)),
        List.of(RedisSheets.chart(alone)));
  }

  private Map<Operation, RedisTimes> alone(RedisClients clients, int rounds) {
    Map<Operation, RedisTimes> times = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      say("one thread", operation);
      times.put(
          operation,
          RedisTimes.measure(
              List.of(Kind.values()),
              rounds,
              kind -> {
                long start = System.nanoTime();
                repeat(CALLS_OF_A_TURN, clients.of(kind, 0), operation);
                return (System.nanoTime() - start) / 1e3 / CALLS_OF_A_TURN;
              }));
    }
    return times;
  }

  private Map<Operation, RedisTimes> together(RedisClients clients, int rounds) {
    Map<Operation, RedisTimes> times = new EnumMap<>(Operation.class);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Operation operation : Operation.values()) {
        say(THREADS + " threads", operation);
        times.put(
            operation,
            RedisTimes.measure(
                SHARED, rounds, kind -> turnOfAll(threads, clients, kind, operation)));
      }
    } finally {
      threads.shutdownNow();
    }
    return times;
  }

  private double turnOfAll(
      ExecutorService threads, RedisClients clients, Kind kind, Operation operation) {
    int calls = CALLS_OF_A_TURN * THREADS;
    long start = System.nanoTime();
    List<Future<?>> turns =
        IntStream.range(0, THREADS)
            .<Future<?>>mapToObj(
                i -> threads.submit(() -> repeat(calls, clients.of(kind, i), operation)))
            .toList();
    try {
      for (Future<?> turn : turns) {
        turn.get();
      }
    } catch (ExecutionException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
    return (System.nanoTime() - start) / 1e3 / (calls * THREADS);
  }

  private void repeat(int times, RedisWorkload workload, Operation operation) {
    long answers = 0;
    for (int i = 0; i < times; i++) {
      answers += workload.run(operation);
    }
    used.add(answers);
  }

  private Sheet commands(Redis redis) throws IOException {
    Map<Operation, Map<Kind, double[]>> counted = new EnumMap<>(Operation.class);
    try (FaultyProxy proxy = FaultyProxy.to(redis.host(), redis.port(), Framing.resp());
        RedisClients clients =
            new RedisClients(URI.create("redis://" + proxy.host() + ":" + proxy.port()), 1)) {
      for (Operation operation : Operation.values()) {
        Map<Kind, double[]> byKind = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
          byKind.put(kind, commands(redis, proxy, clients.of(kind, 0), operation));
        }
        counted.put(operation, byKind);
      }
    }
    return RedisSheets.commands(counted);
  }

  private double[] commands(
      Redis redis, FaultyProxy proxy, RedisWorkload workload, Operation operation) {
    redis.command("CONFIG", "RESETSTAT");
    long before = proxy.count();
    repeat(COUNTED, workload, operation);
    double sent = proxy.count() - before;
    return new double[] {sent / COUNTED, executed(redis) / (double) COUNTED};
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

  private static String version(Redis redis) {
    return redis
        .command("INFO", "server")
        .text()
        .lines()
        .filter(line -> line.startsWith("redis_version:"))
        .map(line -> line.substring("redis_version:".length()).strip())
        .findFirst()
        .orElse("of unknown version");
  }

  private static void say(String who, Operation operation) {
    System.err.println("Redis, " + who + ": " + operation.label());
  }
}
