package org.cairncache.examples.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class MetricsTest {
  @Test
  void run_countsWhatItMust() throws Exception {
    Reading reading = Metrics.run();

    assertThat(Metrics.wrong(reading)).isEmpty();
    assertThat(reading.values())
        .containsKey("cairn_store_operations_seconds_count{operation=\"get\",result=\"success\"}");
    assertThat(reading.toString()).contains("outcome=\"stale-on-error\"").doesNotContain("EUR");
  }

  @Test
  void wrong_nothingCounted_isEverything() {
    assertThat(Metrics.wrong(new Reading(Map.of()))).hasSize(9);
  }

  @Test
  void reading_ofAScrape_leavesOutWhatAllHaveAndWhatIsZero() {
    Reading reading =
        Reading.of(
            """
            # TYPE cairn_function_waits counter
            cairn_function_waits_total{cache="c",function="f"} 2.0
            cairn_function_gets_total{cache="c",function="f",outcome="stale"} 0.0
            jvm_threads 7.0
            """);

    assertThat(reading.values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "cairn_function_waits_total", 2.0,
                "cairn_function_gets_total{outcome=\"stale\"}", 0.0));
    assertThat(reading.toString()).startsWith("cairn_function_waits_total").hasLineCount(1);
  }
}
