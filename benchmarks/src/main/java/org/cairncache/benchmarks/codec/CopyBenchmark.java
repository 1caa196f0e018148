package org.cairncache.benchmarks.codec;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.kryo.KryoCopier;
import org.cairncache.spi.Copier;
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

/** Getting a mutable value from a cache in memory: the value itself, or a copy of it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
@NullUnmarked // JMH calls setUp before anything else
public class CopyBenchmark {
  private static final String KEY = "key";

  /** Who copies. */
  @Param({"reference", "serialization", "kryo"})
  public String copier;

  /** How many texts the value has. */
  @Param({"5", "100"})
  public int texts;

  private CairnCachingProvider provider;
  private Cache<String, Basket> cache;

  /** Opens a cache with one value. */
  @Setup
  public void setUp() {
    provider = new CairnCachingProvider();
    CairnConfiguration.Builder<String, Basket> configuration =
        CairnConfiguration.builder(String.class, Basket.class)
            .storeByValue(!copier.equals("reference"));
    copierOf(copier).ifPresent(configuration::copier);
    cache = provider.getCacheManager().createCache("baskets", configuration.build());
    cache.put(KEY, new Basket("Ada", texts));
  }

  private static Optional<Copier> copierOf(String name) {
    return name.equals("kryo") ? Optional.of(new KryoCopier()) : Optional.empty();
  }

  /** Closes it. */
  @TearDown
  public void tearDown() {
    provider.close();
  }

  /** A value that is there. */
  @Benchmark
  public Basket get() {
    return cache.get(KEY);
  }
}
