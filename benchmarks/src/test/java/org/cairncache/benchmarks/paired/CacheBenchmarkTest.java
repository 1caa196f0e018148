package org.cairncache.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;

class CacheBenchmarkTest {
  @Test
  void rows_areThoseOfTheTable() throws Exception {
    assertThat(parameters("row")).isEqualTo(Rows.TIMED.stream().map(Row::id).toArray());
  }

  @Test
  void subjects_areThoseOfTheTable() throws Exception {
    assertThat(parameters("subject"))
        .isEqualTo(Subjects.all(Subjects.DEFAULT_PROVIDER).stream().map(Subject::id).toArray());
  }

  private static String[] parameters(String field) throws NoSuchFieldException {
    return CacheBenchmark.class.getField(field).getAnnotation(Param.class).value();
  }
}
