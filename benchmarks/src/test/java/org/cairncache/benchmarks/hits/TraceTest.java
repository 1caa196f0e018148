package org.cairncache.benchmarks.hits;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class TraceTest {
  @Test
  void of_anyNumbers_numbersKeysAsTheyAppear() {
    Trace trace = Trace.of("t", "t", new long[] {70, -1, 70, 1L << 40});

    assertThat(trace.requests()).containsExactly(0, 1, 0, 2);
    assertThat(trace.distinct()).isEqualTo(3);
    assertThat(trace.keys()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void sizes_manyKeys_areMultiplesThatContendersTake() {
    Trace trace = Trace.of("t", "t", LongStream.range(0, 1_011).toArray());

    assertThat(trace.sizes()).containsExactly(100, 250, 505); // 20 would be too few to tell
  }

  @Test
  void percentUntilFull_repeatedKeys_countsRequests() {
    Trace trace = Trace.of("t", "t", new long[] {1, 1, 2, 1, 3, 3, 3, 3});

    assertThat(trace.percentUntilFull(2)).isEqualTo(37.5);
    assertThat(trace.percentUntilFull(4)).isEqualTo(100);
  }

  @Test
  void synthetic_sameSeed_sameTraces() {
    assertThat(SyntheticTraces.all(2_000))
        .zipSatisfy(
            SyntheticTraces.all(2_000),
            (one, other) -> assertThat(one.requests()).isEqualTo(other.requests()));
  }

  @Test
  void read_everyFormat_givesTheKeys() throws Exception {
    byte[] longs = ByteBuffer.allocate(16).putLong(-5).putLong(6).array();

    assertThat(read(TraceFormat.NUMBERS, " 12\n*\n7\n".getBytes(US_ASCII))).containsExactly(12, 7);
    assertThat(read(TraceFormat.ADDRESSES, "s 0x1f 1\nl 0x20 6\n".getBytes(US_ASCII)))
        .containsExactly(31, 32);
    assertThat(read(TraceFormat.LONGS, longs)).containsExactly(-5, 6);
  }

  @Test
  @EnabledIfSystemProperty(named = "nightly", matches = "true")
  void present_nightly_readsAllRealTraces() {
    assertThat(RealTraces.present())
        .hasSize(12)
        .allSatisfy(
            trace -> assertThat(trace.requests().length).isBetween(trace.distinct() + 1, 600_000))
        .allSatisfy(trace -> assertThat(trace.sizes()).hasSizeGreaterThan(1));
  }

  private static long[] read(TraceFormat format, byte[] file) throws Exception {
    return format.read(new ByteArrayInputStream(file));
  }
}
