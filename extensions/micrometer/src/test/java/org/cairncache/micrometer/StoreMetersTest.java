package org.cairncache.micrometer;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.cairncache.freshness.CachedObserver;
import org.cairncache.spi.StoreObserver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store in files, on the heap and on levels leaves in its meters. */
final class StoreMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CairnMeters meters = CairnMeters.in(registry);
  private final StoreObserver observer = meters.store("books");
  @TempDir Path directory;
  private Shelf shelf;

  @BeforeEach
  void open() {
    shelf = new Shelf(directory.resolve("store"));
  }

  @AfterEach
  void close() {
    shelf.close();
    registry.close();
  }

  @Test
  void observer_beforeTheFirstRequest_hasNoOperationsAndIsAtZero() {
    assertThat(registry.getMeters())
        .extracting(meter -> meter.getId().getName())
        .containsExactlyInAnyOrder(
            "cairn.store.circuit.open",
            "cairn.store.clock.offset",
            "cairn.store.evictions",
            "cairn.store.unchanged",
            "cairn.store.unreadable");
    assertThat(registry.get("cairn.store.circuit.open").gauge().value()).isZero();
  }

  @Test
  void files_operations_areTimedByResult() {
    shelf.unchanged(observer);

    assertThat(operation("put", "success").count()).isPositive();
    assertThat(operation("get", "success").count()).isPositive();
    assertThat(operation("get", "success").totalTime(MILLISECONDS)).isPositive();
    assertThat(operation("put", "failure").count()).isZero();
    assertThat(operation("get", "failure").count()).isZero();
  }

  @Test
  void files_putOfWhatIsThere_isUnchanged() {
    shelf.unchanged(observer);

    assertThat(count("unchanged")).isEqualTo(1);
    assertThat(count("unreadable")).isZero();
  }

  @Test
  void files_spoiledEntry_isUnreadable() {
    shelf.unreadable(observer);

    assertThat(count("unreadable")).isEqualTo(1);
  }

  @Test
  void files_directoryReplacedByAFile_isAFailureOfStoreAndFunction() {
    shelf.failure(observer, meters.function("books"));

    assertThat(registry.get("cairn.store.operations").tag("result", "failure").timers())
        .anySatisfy(timer -> assertThat(timer.count()).isPositive());
    assertThat(
            registry
                .get("cairn.function.store.failures")
                .tags("cache", "books", "function", "none")
                .counter()
                .count())
        .isPositive();
  }

  @Test
  void memory_beyondItsBounds_isAnEviction() {
    shelf.eviction(observer);

    await().untilAsserted(() -> assertThat(count("evictions")).isEqualTo(1));
  }

  @Test
  void levels_answers_areCountedByLevel_andLateOnesHaveTheirAge() {
    CachedObserver function = meters.function("books");
    shelf.levels(observer, function);

    assertThat(answers(0)).isPositive();
    assertThat(answers(1)).isPositive();
    Timer late = registry.get("cairn.store.late.age").tags("cache", "books", "level", "0").timer();
    assertThat(late.count()).isPositive();
    assertThat(late.totalTime(MILLISECONDS) / late.count()).isGreaterThanOrEqualTo(500);
    assertThat(
            registry
                .get("cairn.function.gets")
                .tags("outcome", "fresh", "source", "near")
                .counter()
                .count())
        .isPositive();
  }

  private double answers(int level) {
    return registry
        .get("cairn.store.answers")
        .tags("cache", "books", "level", String.valueOf(level))
        .counter()
        .count();
  }

  private double count(String name) {
    return registry.get("cairn.store." + name).tag("cache", "books").counter().count();
  }

  private Timer operation(String operation, String result) {
    return registry
        .get("cairn.store.operations")
        .tags("cache", "books", "operation", operation, "result", result)
        .timer();
  }
}
