package org.cairncache.benchmarks.paired;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The rows of {@link Rows} under JMH, which forks a JVM per row and subject and measures elapsed
 * time. All threads share one cache; each walks the draws from a place of its own.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
@NullUnmarked // JMH calls setUp before anything else
public class CacheBenchmark {
  private static final int BATCH = 4096;

  /** Class name of the provider under test. */
  @Param(Subjects.DEFAULT_PROVIDER)
  public String provider;

  /** Id of a subject. */
  @Param({
    "raw",
    "cairn",
    "map",
    "map-entries",
    "caffeine-jcache",
    "cache2k",
    "ehcache",
    "ri",
    "jetcache",
    "redisson-near"
  })
  public String subject;

  /** Id of a row. */
  @Param({
    "get",
    "get-fit",
    "get-stats",
    "get-created",
    "get-accessed",
    "get-near",
    "get-near-fit",
    "get-near-created",
    "cached",
    "get-miss",
    "put",
    "put-fit",
    "put-stats",
    "mix-fit",
    "invoke",
    "invoke-fit",
    "get-all",
    "put-all",
    "load",
    "get-value-mutable",
    "get-value-record",
    "get-value-text"
  })
  public String row;

  private final AtomicInteger places = new AtomicInteger();
  private OpenCache open;
  private Loop loop;
  private Object[] keys;
  private int length;
  private Object[] values;

  /** Fills the cache. */
  @Setup
  public void setUp() {
    Row measured = Rows.timed(row);
    Subject owner = Subjects.named(subject, provider);
    Workload workload = Options.parse(List.of()).workload();
    Object[] stored = workload.stored();
    open = owner.open(measured.shape(), stored.length);
    values = workload.values();
    open.fill(stored, workload.valuesOf(measured.shape().contents()));
    loop = LoopCopies.copyOf(owner.loopFor(measured.operation()));
    keys = workload.keysFor(measured.operation());
    length = keys.length / BATCH * BATCH;
  }

  /** Closes the cache. */
  @TearDown
  public void tearDown() {
    open.close();
  }

  /** Where a thread is in the draws. */
  @State(Scope.Thread)
  public static class Place {
    private int from;

    /** Spreads the threads over the draws. */
    @Setup
    public void setUp(CacheBenchmark shared) {
      from = shared.places.getAndIncrement() * 31 * BATCH % shared.length;
    }
  }

  /** Many calls; the score is per call, also where one call is about many keys. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long operations(Place place) {
    int from = place.from;
    place.from = (from + BATCH) % length;
    return loop.run(open.cache(), keys, values, from, from + BATCH);
  }
}
