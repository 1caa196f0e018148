package org.cairncache.benchmarks.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.cairncache.benchmarks.paired.Subjects;
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
 * A cache in files through {@code javax.cache}: values of 1 kB under a hundred thousand keys at the
 * most. The directory is temporary, and on whatever file system those are.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 7, time = 2)
@State(Scope.Benchmark)
@NullUnmarked // JMH calls setUp before anything else
public class FileBenchmark {
  private static final String CONFIGURATION =
      """
      cairn {
        store = "%s"
        caches {
          plain { key-type = java.lang.String, value-type = "[B" }
          durable { key-type = java.lang.String, value-type = "[B", durable = true }
          counters { key-type = java.lang.String, value-type = java.lang.Long }
        }
      }
      """;

  /** How many entries there are. */
  @Param("10000")
  public int entries;

  private final byte[] value = new byte[1000];
  private Path directory;
  private CacheManager manager;
  private Cache<String, byte[]> plain;
  private Cache<String, byte[]> durable;
  private Cache<String, Long> counters;
  private String[] keys;
  private int next;

  /** Fills the caches; every key is read and written in turn. */
  @Setup
  public void setUp() throws IOException {
    directory = Files.createTempDirectory("cairn-benchmark");
    Path file = directory.resolve("caches.conf");
    Files.writeString(file, CONFIGURATION.formatted(directory.resolve("store").toUri()));
    manager =
        Caching.getCachingProvider(Subjects.DEFAULT_PROVIDER).getCacheManager(file.toUri(), null);
    plain = manager.getCache("plain", String.class, byte[].class);
    durable = manager.getCache("durable", String.class, byte[].class);
    counters = manager.getCache("counters", String.class, Long.class);
    keys = new String[entries];
    Arrays.setAll(keys, i -> "user:" + i * 0x9E3779B97F4A7C15L);
    for (String key : keys) {
      plain.put(key, value);
      counters.put(key, 0L);
    }
  }

  /** Deletes the directory. */
  @TearDown
  public void tearDown() throws IOException {
    manager.close();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private String key() {
    next = next + 1 == keys.length ? 0 : next + 1;
    return keys[next];
  }

  /** Reads an entry. */
  @Benchmark
  public byte[] get() {
    return plain.get(key());
  }

  /** Replaces an entry. */
  @Benchmark
  public void put() {
    plain.put(key(), value);
  }

  /** Replaces an entry, which then is on the disk. */
  @Benchmark
  public void durablePut() {
    durable.put(key(), value);
  }

  /** Adds one to a number. */
  @Benchmark
  public Long invoke() {
    return counters.invoke(
        key(),
        (entry, arguments) -> {
          entry.setValue(entry.getValue() + 1);
          return entry.getValue();
        });
  }
}
