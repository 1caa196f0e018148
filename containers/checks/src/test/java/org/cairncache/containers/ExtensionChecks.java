package org.cairncache.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The annotations beside those of JSR-107, by the count of real calls. */
abstract class ExtensionChecks extends ProbeChecks {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Test
  void keyTemplate_keysAreItsTexts() {
    String first = probe.get("teams/red/1");
    assertThat(probe.get("teams/red/1")).isEqualTo(first);
    assertThat(probe.get("teams/cached/team:red:1")).isEqualTo(first);
    assertThat(probe.get("teams/cached/team:red:2")).isEqualTo("null");
  }

  @Test
  void keyTemplate_onPutAndRemove_isTheSameKey() {
    int before = probe.calls("team");
    probe.put("teams/green/1/there");
    assertThat(probe.get("teams/green/1")).isEqualTo("there");
    assertThat(probe.calls("team")).isEqualTo(before);
    probe.delete("teams/green/1");
    assertThat(probe.get("teams/green/1")).isEqualTo("green 1 #" + (before + 1));
  }

  @Test
  void freshness_pastTheTtl_isServedStaleAndRefreshed() {
    String first = probe.get("teams/aged/old");
    assertThat(probe.get("teams/aged/old")).isEqualTo(first);
    awaitThat("teams/aged/old/freshness", "STALE");
    assertThat(probe.get("teams/aged/old")).isEqualTo(first);
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(probe.get("teams/aged/old")).isNotEqualTo(first));
  }

  @Test
  void invalidateTags_endsResultsWithTheTag() {
    String red = probe.get("teams/aged/red");
    probe.get("teams/aged/blue");
    probe.delete("teams/colour/red");
    assertThat(probe.get("teams/aged/red/freshness")).isEqualTo("DEAD");
    assertThat(probe.get("teams/aged/blue/freshness")).isNotEqualTo("DEAD");
    assertThat(probe.get("teams/aged/red")).isNotEqualTo(red);
    assertThat(probe.calls("repaint")).isEqualTo(1);
  }

  @Test
  void stage_itsValueIsCached() {
    String first = probe.get("teams/later/1");
    assertThat(first).isEqualTo("1 #1");
    assertThat(probe.get("teams/later/1")).isEqualTo(first);
    assertThat(probe.calls("later")).isEqualTo(1);
  }

  @Test
  void backgroundRefresh_callsByItself() {
    String first = probe.get("rates/refreshed");
    int calls = probe.calls("flags");
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(probe.calls("flags")).isGreaterThan(calls + 2));
    assertThat(probe.get("rates/refreshed")).startsWith("flags #").isNotEqualTo(first);
  }

  @Test
  void backgroundReader_hasWhatTheWriterWrote() {
    awaitThat("rates/read", "rates #");
    String first = probe.get("rates/read");
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(probe.get("rates/read")).isNotEqualTo(first));
  }

  private void awaitThat(String path, String start) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(probe.get(path)).startsWith(start));
  }
}
