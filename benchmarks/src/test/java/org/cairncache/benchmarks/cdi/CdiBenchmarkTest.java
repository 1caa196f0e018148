package org.cairncache.benchmarks.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
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
  void table_short_hasALineForEachKind() {
    List<String> lines = CdiMain.table(3).lines().toList();

    assertThat(lines).hasSize(1 + LookupKind.values().length);
    assertThat(lines.get(1)).startsWith("plain").contains("+0 [+0 +0]");
    assertThat(lines.get(3)).startsWith("result").contains("budget +150");
  }
}
