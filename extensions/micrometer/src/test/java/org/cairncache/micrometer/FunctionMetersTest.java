package org.cairncache.micrometer;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each call of a function leaves in its meters, and in no other. */
final class FunctionMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Functions functions =
      new Functions(CairnMeters.in(registry).function("users", "find"));

  @AfterEach
  void close() {
    functions.close();
    registry.close();
  }

  @Test
  void observer_beforeTheFirstCall_isAtZero() {
    assertThat(registry.getMeters()).hasSize(5 + 4 + 4);
    assertThat(moved()).isEmpty();
  }

  @Test
  void get_missThenFresh_areCounted() {
    functions.fresh();

    assertThat(moved())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "gets{outcome=loaded, source=loader}", 1.0,
                "gets{outcome=fresh, source=store}", 1.0,
                "loads{cause=miss, result=success}", 1.0));
  }

  @Test
  void get_stale_isCountedWithItsAgeAndItsRefresh() {
    functions.stale();

    assertThat(moved())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "gets{outcome=loaded, source=loader}", 1.0,
                "gets{outcome=stale, source=store}", 1.0,
                "stale.age{}", 1.0,
                "loads{cause=miss, result=success}", 1.0,
                "loads{cause=refresh, result=success}", 1.0));
    assertThat(timer("cairn.function.stale.age").totalTime(SECONDS)).isEqualTo(90);
  }

  @Test
  void get_staleOnError_isCountedWithItsAgeAndTheFailure() {
    functions.staleOnError();

    assertThat(moved())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "gets{outcome=loaded, source=loader}", 1.0,
                "gets{outcome=stale-on-error, source=store}", 1.0,
                "stale.age{}", 1.0,
                "loads{cause=miss, result=success}", 1.0,
                "loads{cause=miss, result=failure}", 1.0));
    assertThat(timer("cairn.function.stale.age").totalTime(SECONDS)).isEqualTo(150);
  }

  @Test
  void get_error_isCounted() {
    functions.error();

    assertThat(moved())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "gets{outcome=error, source=loader}", 1.0,
                "loads{cause=miss, result=failure}", 1.0));
  }

  @Test
  void refresh_fails_isCountedApart() {
    functions.refreshFails();

    assertThat(moved())
        .containsEntry("gets{outcome=stale, source=store}", 1.0)
        .containsEntry("loads{cause=refresh, result=failure}", 1.0)
        .doesNotContainKey("loads{cause=miss, result=failure}");
  }

  @Test
  void get_whileAnotherLoads_isAWait() {
    functions.waits();

    assertThat(moved())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "gets{outcome=loaded, source=loader}", 3.0,
                "waits{}", 2.0,
                "loads{cause=miss, result=success}", 1.0));
  }

  @Test
  void refresh_withoutRoom_isPutOff() {
    functions.putOff();

    assertThat(moved())
        .containsEntry("refreshes.put.off{}", 1.0)
        .containsEntry("gets{outcome=stale, source=store}", 2.0)
        .containsEntry("loads{cause=refresh, result=success}", 1.0);
  }

  @Test
  void loads_haveTheirTime() {
    functions.fresh();

    assertThat(registry.get("cairn.function.loads").tag("cause", "miss").timers())
        .filteredOn(timer -> timer.count() > 0)
        .singleElement()
        .satisfies(timer -> assertThat(timer.totalTime(NANOSECONDS)).isPositive());
  }

  private Timer timer(String name) {
    return registry.get(name).tags("cache", "users", "function", "find").timer();
  }

  /** What is not zero, without what all have in common. */
  private Map<String, Double> moved() {
    return registry.getMeters().stream()
        .filter(meter -> count(meter) > 0)
        .collect(Collectors.toMap(FunctionMetersTest::name, FunctionMetersTest::count));
  }

  private static String name(Meter meter) {
    assertThat(meter.getId().getTags()).contains(Tag.of("cache", "users"));
    assertThat(meter.getId().getTags()).contains(Tag.of("function", "find"));
    return meter.getId().getName().substring("cairn.function.".length())
        + meter.getId().getTags().stream()
            .filter(tag -> !tag.getKey().equals("cache") && !tag.getKey().equals("function"))
            .map(tag -> tag.getKey() + "=" + tag.getValue())
            .collect(Collectors.joining(", ", "{", "}"));
  }

  private static double count(Meter meter) {
    return meter.measure().iterator().next().getValue();
  }
}
