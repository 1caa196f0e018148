package org.cairncache.benchmarks.cdi;

import java.util.concurrent.TimeUnit;
import org.cairncache.benchmarks.paired.Workload;
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

/** The calls of {@link CdiMain} under JMH, each kind in a JVM of its own. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
@NullUnmarked // JMH calls setUp before anything else
public class CdiBenchmark {
  private static final int ENTRIES = 1_024;

  /** Name of a {@link LookupKind}. */
  @Param({"PLAIN", "TRIVIAL", "RESULT", "TEMPLATE", "FRESH"})
  public String kind;

  private LookupContainer container;
  private Lookup lookup;
  private Object[] keys;
  private int next;

  /** Starts the container and fills the cache. */
  @Setup
  public void setUp() {
    container = LookupContainer.start();
    keys = Workload.keys(ENTRIES, 42);
    lookup = container.lookup(LookupKind.valueOf(kind), keys);
  }

  /** Ends it. */
  @TearDown
  public void tearDown() {
    container.close();
  }

  /** Calls the bean. */
  @Benchmark
  public Object call() {
    next = (next + 1) & (ENTRIES - 1);
    return lookup.find((Long) keys[next]);
  }
}
