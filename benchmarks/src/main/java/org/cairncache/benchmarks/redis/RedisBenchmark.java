package org.cairncache.benchmarks.redis;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.cairncache.testkit.redis.Redis;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The operations of {@link RedisMain} under JMH, each subject in a JVM and with a server of its
 * own, on loopback.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
@NullUnmarked // JMH calls setUp before anything else
public class RedisBenchmark {
  /** Name of a {@link RedisSubject.Kind}. */
  @Param({"LETTUCE", "LETTUCE_WATCH", "CAIRN", "REDISSON"})
  public String subject;

  /** Name of a {@link RedisWorkload.Operation}. */
  @Param({"GET", "PUT", "GET_ALL", "PUT_ALL", "INVOKE"})
  public String operation;

  private RedisSubject open;
  private RedisWorkload workload;
  private RedisWorkload.Operation measured;

  /** Fills the caches. */
  @Setup
  public void setUp() throws IOException {
    open = RedisSubject.open(RedisSubject.Kind.valueOf(subject), Redis.shared().uri());
    workload = new RedisWorkload(open);
    measured = RedisWorkload.Operation.valueOf(operation);
  }

  /** Disconnects. */
  @TearDown
  public void tearDown() {
    open.close();
  }

  /** Does it once. */
  @Benchmark
  public long operation() {
    return workload.run(measured);
  }
}
