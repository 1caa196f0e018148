package org.cairncache.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What tasks leave in their meters. */
final class BackgroundMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Tasks tasks = new Tasks(CairnMeters.in(registry).background("shared", "rates"));

  @AfterEach
  void close() {
    tasks.close();
    registry.close();
  }

  private long timed(String name, String result) {
    return registry.get("cairn.background." + name).tag("result", result).timer().count();
  }

  private double counted(String name, String... tags) {
    return registry.get("cairn.background." + name).tags(tags).counter().count();
  }

  private double gauge(String name) {
    return registry.get("cairn.background." + name).gauge().value();
  }

  @Test
  void allMeters_haveTheNamesOfTheCacheAndTheTask() {
    assertThat(registry.getMeters())
        .hasSize(2 + 3 + 2 + 2 + 2 + 3)
        .allSatisfy(
            meter -> {
              assertThat(meter.getId().getTag("cache")).isEqualTo("shared");
              assertThat(meter.getId().getTag("task")).isEqualTo("rates");
            });
  }

  @Test
  void beforeTheFirstTurn_allIsAtZeroAndThereIsNoAge() {
    assertThat(gauge("writing")).isZero();
    assertThat(gauge("epoch")).isZero();
    assertThat(gauge("mirror.present")).isZero();
    assertThat(gauge("mirror.age")).isNaN();
    assertThat(gauge("writer.silence")).isNaN();
    assertThat(counted("leases", "change", "taken")).isZero();
  }

  @Test
  void writes_areCountedAndTheLeaseShown() {
    tasks.pass(125);

    assertThat(timed("refreshes", "success")).isEqualTo(3);
    assertThat(timed("refreshes", "failure")).isZero();
    assertThat(counted("leases", "change", "taken")).isEqualTo(1);
    assertThat(gauge("writing")).isEqualTo(1);
    assertThat(gauge("epoch")).isEqualTo(1);
  }

  @Test
  void looksOfAMirror_areCountedAndItsAgeShown() {
    tasks.pass(119);

    assertThat(timed("pulls", "changed")).isEqualTo(2);
    assertThat(timed("pulls", "unchanged")).isEqualTo(9);
    assertThat(timed("pulls", "missing")).isEqualTo(1);
    assertThat(gauge("mirror.present")).isEqualTo(1);
    assertThat(gauge("mirror.age")).isEqualTo(59);
    assertThat(gauge("writer.silence")).isZero();
  }

  @Test
  void sourceFails_isCountedAndTheSilenceShown() {
    tasks.pass(10);
    tasks.failing = true;
    tasks.pass(90);

    assertThat(timed("refreshes", "failure")).isPositive();
    assertThat(gauge("writer.silence")).isEqualTo(40);
  }

  @Test
  void noThread_isCounted() {
    tasks.pass(10);
    tasks.full = true;
    tasks.pass(20);

    assertThat(timed("pulls", "put-off")).isPositive();
  }

  @Test
  void leaseIsLost_isCounted() {
    tasks.pass(10);
    tasks.writer.close();

    assertThat(counted("leases", "change", "lost")).isEqualTo(1);
  }

  @Test
  void cacheIsClosed_endsAreCounted() {
    tasks.pass(10);
    tasks.cache.close();
    tasks.pass(100);

    assertThat(counted("ended")).isPositive();
    assertThat(gauge("mirror.present")).isZero();
  }
}
