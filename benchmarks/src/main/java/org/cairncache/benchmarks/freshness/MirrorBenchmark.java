package org.cairncache.benchmarks.freshness;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.freshness.background.Background;
import org.cairncache.freshness.background.Mirror;
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
 * Reading the mirror of a value that a background task writes, beside the least that a reader can
 * cost: a volatile field behind a {@link Supplier}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
@NullUnmarked // JMH calls setUp before anything else
public class MirrorBenchmark {
  private static final String VALUE = "what a background task wrote";

  /** What is read. */
  @Param({"field", "mirror"})
  public String reader;

  private CairnCachingProvider provider;
  private Supplier<String> source;

  private static final class Field implements Supplier<String> {
    private volatile String value = VALUE;

    @Override
    public String get() {
      return value;
    }
  }

  /** Waits until the value is there. */
  @Setup
  public void setUp() {
    provider = new CairnCachingProvider();
    source = reader.equals("field") ? new Field() : mirror();
  }

  private Mirror<String> mirror() {
    var cache =
        provider
            .getCacheManager()
            .createCache(
                "background", CairnConfiguration.builder(String.class, String.class).build());
    var unused = Background.write(cache).key("k").every(Duration.ofHours(1)).build(() -> VALUE);
    Mirror<String> mirror = Background.read(cache).key("k").every(Duration.ofMillis(10)).build();
    while (mirror.get() == null) {
      Thread.onSpinWait();
    }
    return mirror;
  }

  /** Ends the tasks with their cache. */
  @TearDown
  public void tearDown() {
    provider.close();
  }

  /** The value. */
  @Benchmark
  public String get() {
    return source.get();
  }
}
