package org.cairncache.benchmarks.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cairncache.benchmarks.report.Measured;
import org.junit.jupiter.api.Test;

class FileMainTest {
  @Test
  void measure_quick_hasAFigureOfEachOperation() {
    Measured measured = FileMain.measure(true);

    assertThat(measured.sheets().get(0).lines())
        .extracting(line -> line.get(0))
        .containsExactly("get", "put", "put, durable", "invoke");
    assertThat(measured.sheets().get(0).lines())
        .extracting(line -> line.get(3))
        .containsExactly("≥ 30,000", "≥ 5,000", "–", "–");
    assertThat(measured.charts().get(0).series().get(0).points())
        .hasSize(4)
        .allSatisfy(point -> assertThat(point.y()).isBetween(1e-3, 1e9));
  }

  @Test
  void increment_adds() throws Exception {
    FileBenchmark benchmark = new FileBenchmark();
    benchmark.entries = 2;
    benchmark.setUp();
    try {
      assertThat(benchmark.get()).hasSize(1000);
      assertThat(List.of(benchmark.invoke(), benchmark.invoke(), benchmark.invoke()))
          .containsExactly(1L, 1L, 2L);
    } finally {
      benchmark.tearDown();
    }
  }
}
