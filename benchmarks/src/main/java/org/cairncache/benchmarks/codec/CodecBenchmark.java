package org.cairncache.benchmarks.codec;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** Encoding and decoding one article, and a list of a hundred. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
@NullUnmarked // JMH calls setUp before anything else
public class CodecBenchmark {

  /** Name of a codec. */
  @Param({"java", "jackson", "kryo", "msgpack", "protobuf"})
  public String codec;

  /** How many articles a value has. */
  @Param({"1", "100"})
  public int articles;

  private Encoding<?> encoding;
  private byte[] bytes;

  /** Encodes once; the length is printed as it is part of the result. */
  @Setup
  public void setUp() throws IOException {
    encoding = Encoding.of(codec, articles);
    bytes = encoding.encode();
    System.out.println(codec + ", " + articles + " articles: " + bytes.length + " bytes");
  }

  /** A value becomes bytes. */
  @Benchmark
  public byte[] encode() throws IOException {
    return encoding.encode();
  }

  /** Bytes become a value. */
  @Benchmark
  public Object decode() throws IOException {
    return encoding.decode(bytes);
  }
}
