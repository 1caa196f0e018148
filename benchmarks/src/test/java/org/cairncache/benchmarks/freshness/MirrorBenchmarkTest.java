package org.cairncache.benchmarks.freshness;

import static org.assertj.core.api.Assertions.assertThat;

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
}
