package org.cairncache.benchmarks.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import org.cairncache.benchmarks.report.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorBenchmarkTest {
  @ParameterizedTest
  @ValueSource(strings = {"field", "mirror"})
  void get_ofBoth_isTheSameValue(String reader) {
    MirrorBenchmark benchmark = new MirrorBenchmark();
    benchmark.reader = reader;
    benchmark.setUp();
    try {
      assertThat(benchmark.get()).isEqualTo("what a background task wrote");
    } finally {
      benchmark.tearDown();
    }
  }

  @Test
  void measure_quick_setsTheMirrorBesideTheField() {
    Sheet sheet = MirrorMain.measure(true).sheets().get(0);

    assertThat(sheet.lines())
        .extracting(line -> line.get(0))
        .containsExactly("volatile field", "mirror");
    assertThat(sheet.lines().get(1).get(3)).matches("\\d+\\.\\d\\d");
    assertThat(sheet.lines().get(1)).contains("≤ 1.20");
  }
}
