package org.cairncache.benchmarks.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.cairncache.benchmarks.report.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Param;

/** What is measured is what it is said to be; nothing here looks at speed. */
class CdiBenchmarkTest {
  private static final long NUMBER = 1_000_000;

  @Test
  void kinds_areThoseOfTheTable() throws Exception {
    assertThat(CdiBenchmark.class.getField("kind").getAnnotation(Param.class).value())
        .isEqualTo(Arrays.stream(LookupKind.values()).map(Enum::name).toArray());
  }

  @ParameterizedTest
  @EnumSource
  void find_again_isTheSameObjectThroughAProxy(LookupKind kind) {
    try (LookupContainer container = LookupContainer.start()) {
      Lookup lookup = container.lookup(kind, new Object[] {NUMBER});

      assertThat(lookup.getClass()).isNotEqualTo(kind.bean());
      assertThat(lookup.find(NUMBER)).isSameAs(lookup.find(NUMBER));
    }
  }

  @Test
  void measure_short_hasALineForEachKindAndABudgetForOne() {
    Measured measured = CdiMain.measure(3);

    List<List<String>> lines = measured.sheets().get(0).lines();
    assertThat(lines)
        .extracting(line -> line.get(0))
        .containsExactlyElementsOf(
            Arrays.stream(LookupKind.values()).map(LookupKind::label).toList());
    assertThat(lines.get(0)).contains("+0 [+0–+0]", "–");
    assertThat(lines.get(2)).contains("≤ 150");
    assertThat(measured.charts().get(0).series().get(0).points())
        .hasSize(LookupKind.values().length - 1);
  }
}
