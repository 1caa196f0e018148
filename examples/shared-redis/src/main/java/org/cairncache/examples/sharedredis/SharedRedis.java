package org.cairncache.examples.sharedredis;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.cairncache.testkit.redis.RedisServer;

/**
 * Counts with two processes on one Redis, kills one of them, then kills Redis, starts it again and
 * pauses it, and shows what callers saw. Redis keeps a log on disk, so that what it confirmed is
 * there when it is started again.
 */
public final class SharedRedis {
  private static final int TIMES = 1_000;
  private static final String BOTH = "both";
  private static final String KILLED = "killed";

  private final RedisServer redis;
  private final Counters counters;
  private final Duration phase;
  private final String classPath;
  private final Consumer<String> progress;

  private SharedRedis(
      RedisServer redis,
      Counters counters,
      Duration phase,
      String classPath,
      Consumer<String> progress) {
    this.redis = redis;
    this.counters = counters;
    this.phase = phase;
    this.classPath = classPath;
    this.progress = progress;
  }

  /** Runs the example on a Redis of its own and prints its report. */
  public static void main(String[] args) throws IOException, InterruptedException {
    System.out.print(
        run(Duration.ofSeconds(2), ClassPath.ofThisProcess(), text -> System.err.print(text)));
  }

  /**
   * Runs the example.
   *
   * @param phase how long Redis is left as it is, each time
   * @param progress told what is going on, in lines
   */
  static Report run(Duration phase, String classPath, Consumer<String> progress)
      throws IOException, InterruptedException {
    // Each change is handed to the system before it is confirmed: it outlives Redis, not the host.
    try (RedisServer redis = RedisServer.start("appendonly yes", "appendfsync no");
        Counters counters = Counters.in(redis.uri())) {
      return new SharedRedis(redis, counters, phase, classPath, progress).run();
    }
  }

  private Report run() throws IOException, InterruptedException {
    progress.accept("two processes start\n");
    try (WorkerProcess north = WorkerProcess.start(redis.uri(), TIMES, classPath);
        WorkerProcess south = WorkerProcess.start(redis.uri(), TIMES, classPath)) {
      north.awaitReady();
      south.awaitReady();
      Report.Both both = countTogether(north, south);
      Report.Kill kill = killOne(north, south);
      return breakRedis(both, kill);
    }
  }

  private Report.Both countTogether(WorkerProcess north, WorkerProcess south) throws IOException {
    progress.accept("both count\n");
    long start = System.nanoTime();
    north.count(BOTH);
    south.count(BOTH);
    long expected = (long) north.awaitDone() + south.awaitDone();
    return new Report.Both(expected, value(BOTH), System.nanoTime() - start);
  }

  private Report.Kill killOne(WorkerProcess north, WorkerProcess south)
      throws IOException, InterruptedException {
    progress.accept("both count again, and one is killed\n");
    north.count(KILLED);
    south.count(KILLED);
    south.awaitAdded(Worker.THREADS * TIMES / 10);
    int acknowledged = south.kill();
    int survivor = north.awaitDone();
    return new Report.Kill(survivor, acknowledged, value(KILLED));
  }

  private Report breakRedis(Report.Both both, Report.Kill kill) throws InterruptedException {
    progress.accept("Redis is killed, started again and paused\n" + Report.heading());
    Timeline timeline =
        new Timeline((number, second) -> progress.accept(Report.row(number, second)));
    Callers callers = Callers.start(counters, timeline);
    pass();
    timeline.happens("killed");
    redis.kill();
    pass();
    redis.restart();
    timeline.happens("runs again");
    long backNanos = callers.awaitService();
    pass();
    timeline.happens("paused");
    redis.pause();
    pass();
    redis.resume();
    timeline.happens("goes on");
    callers.awaitService();
    pass();
    Callers.Count count = callers.stop();
    List<Second> seconds = timeline.end();
    return new Report(both, kill, seconds, backNanos, count, value(BOTH));
  }

  private void pass() throws InterruptedException {
    Thread.sleep(phase.toMillis());
  }

  private long value(String name) {
    Long value = counters.get(name);
    return value == null ? 0 : value;
  }
}
