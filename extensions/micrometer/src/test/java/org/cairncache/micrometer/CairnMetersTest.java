package org.cairncache.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.cairncache.freshness.CachedObserver;
import org.cairncache.freshness.CachedObserver.Answer;
import org.cairncache.freshness.CachedObserver.Cause;
import org.cairncache.freshness.CachedObserver.Result;
import org.cairncache.freshness.CachedObserver.Source;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.StoreObserver.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which observer is whose, and what an event costs. */
final class CairnMetersTest {
  private static final Duration AGE = Duration.ofSeconds(90);
  private static final int CALLS = 100_000;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void observers_sameName_areTheSame() {
    CairnMeters meters = CairnMeters.in(registry);

    assertThat(meters.store("users")).isSameAs(meters.store("users"));
    assertThat(meters.function("users", "find")).isSameAs(meters.function("users", "find"));
    assertThat(meters.function("users", "find")).isNotSameAs(meters.function("users", "list"));
    assertThat(meters.function("users")).isNotSameAs(meters.function("orders"));
  }

  @Test
  void moreTags_tellApartCachesOfTheSameName() {
    StoreObserver one = CairnMeters.in(registry, "manager", "one").store("users");
    StoreObserver two = CairnMeters.in(registry, "manager", "two").store("users");
    one.circuitOpen(true);
    one.evicted(3);

    assertThat(gauge("circuit.open", "one")).isEqualTo(1);
    assertThat(gauge("circuit.open", "two")).isZero();
    two.circuitOpen(true);
    assertThat(gauge("circuit.open", "two")).isEqualTo(1);
    assertThat(registry.get("cairn.store.evictions").tag("manager", "one").counter().count())
        .isEqualTo(3);
  }

  @Test
  void secondWithTheSameTags_addsToTheCounters_andItsGaugesAreNotSeen() {
    StoreObserver first = CairnMeters.in(registry, "manager", "one").store("users");
    StoreObserver second = CairnMeters.in(registry, "manager", "one").store("users");
    first.evicted(1);
    second.evicted(1);
    second.circuitOpen(true);

    assertThat(registry.get("cairn.store.evictions").counter().count()).isEqualTo(2);
    assertThat(gauge("circuit.open", "one")).isZero();
    first.circuitOpen(true);
    assertThat(gauge("circuit.open", "one")).isEqualTo(1);
  }

  @Test
  void tags_keyWithoutValue_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> CairnMeters.in(registry, "manager"));
  }

  @Test
  void clockOffset_behind_isNegativeSeconds() {
    StoreObserver store = CairnMeters.in(registry, "manager", "one").store("users");
    store.clockOffset(Duration.ofMillis(-1_500));

    assertThat(gauge("clock.offset", "one")).isEqualTo(-1.5);
  }

  @Test
  void event_makesNoObjects() {
    CachedObserver function = CairnMeters.in(registry).function("users", "find");
    StoreObserver store = CairnMeters.in(registry).store("users");
    events(function, store);

    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    events(function, store);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(bytes).as("bytes of %s events", 8 * CALLS).isLessThan(CALLS);
  }

  private static void events(CachedObserver function, StoreObserver store) {
    for (int i = 0; i < CALLS; i++) {
      function.answered(Answer.FRESH, Source.NEAR);
      function.servedStale(AGE);
      function.loaded(Cause.REFRESH, Result.NOT_MODIFIED, i);
      function.waited();
      store.succeeded(Operation.GET, i);
      store.answered(1);
      store.answeredLate(0, AGE);
      store.clockOffset(AGE);
    }
  }

  private double gauge(String name, String manager) {
    return registry.get("cairn.store." + name).tag("manager", manager).gauge().value();
  }
}
