package org.cairncache.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.cache.Cache;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.encoded.Envelope;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.s3.S3Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a connection begins, where it cannot, and how it ends. */
final class LifeCycleTest {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final S3Place place = new S3Place();

  @AfterEach
  void close() {
    place.close();
  }

  @Test
  void open_conditionsAreIgnored_isRefusedWithWhatToDo() {
    place.server().ignoreConditions(true);
    assertRefused(place.manager(), "s3://bucket/test", "does not honour If-None-Match", "Use S3");
    assertThat(place.server().keys(S3Place.BUCKET)).isEmpty();
  }

  @Test
  void open_onlyIfMatchIsIgnored_isRefused() {
    place.server().ignoreConditions(true);
    place.server().faults().next(1, "PutObject", Fault.delay(Duration.ZERO));
    place.server().faults().next(1, "PutObject", Fault.answer(S3Faults.preconditionFailed()));
    assertRefused(place.manager(), "does not honour If-Match");
  }

  @Test
  void open_accessIsDenied_namesTheRights() {
    place.server().faults().next(1, "PutObject", Fault.answer(S3Faults.accessDenied()));
    assertRefused(place.manager(), "403 AccessDenied", "s3:ListBucket");
  }

  @Test
  void open_noSuchBucket_namesIt() {
    S3Manager manager =
        new S3Manager(URI.create("s3://another/test"))
            .with("cairn.endpoint", place.server().uri().toString())
            .with("cairn.path-style", "true")
            .with("cairn.credentials", S3Place.CREDENTIALS);
    assertRefused(manager, "404 NoSuchBucket", "make the bucket");
  }

  @Test
  void open_nothingListens_saysSo() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertRefused(
        place.manager().with("cairn.endpoint", "http://127.0.0.1:" + port), "Connection refused");
  }

  private static void assertRefused(S3Manager manager, String... words) {
    try (manager) {
      assertThatThrownBy(() -> manager.cache("c"))
          .isInstanceOf(StoreException.class)
          .hasMessageContainingAll(words)
          .satisfies(failure -> assertThat(failure).hasMessageNotContaining("secret"));
    }
  }

  @Test
  void open_afterAFailure_works() {
    try (S3Manager manager = place.manager()) {
      place.server().faults().next(1, "PutObject", Fault.answer(S3Faults.accessDenied()));
      assertThatThrownBy(() -> manager.cache("c")).isInstanceOf(StoreException.class);
      manager.cache("c").put("k", "v");
    }
  }

  @Test
  void open_s3AsksForPatience_waits() {
    place.server().faults().next(2, "PutObject", Fault.answer(S3Faults.slowDown()));
    try (S3Manager manager = place.manager()) {
      manager.cache("c").put("k", "v");
    }
  }

  @Test
  void close_requestIsHeld_endsInTime() {
    CountDownLatch held = new CountDownLatch(1);
    S3Manager manager = place.manager();
    Cache<String, String> cache = manager.cache("c");
    place.server().faults().next(1, "GetObject", Fault.hold(held));
    ExecutorService other = Executors.newSingleThreadExecutor();
    var get = CompletableFuture.supplyAsync(() -> cache.get("k"), other);
    other.shutdown();
    await().until(() -> place.server().faults().met() == 1);
    long start = System.nanoTime();
    manager.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(CLOSE_LIMIT);
    held.countDown();
    await().until(get::isDone);
  }

  @Test
  void openAndClose_manyTimes_leavesNoThread() {
    cycle();
    Set<String> before = threads();
    for (int i = 0; i < 20; i++) {
      cycle();
    }
    await()
        .untilAsserted(
            () -> {
              Set<String> left = new HashSet<>(threads());
              left.removeAll(before);
              assertThat(left).isEmpty();
            });
  }

  private void cycle() {
    try (S3Manager manager = place.manager()) {
      Cache<String, String> cache = manager.cache("c");
      cache.put("k", "v");
      cache.getAll(Set.of("k", "l", "m"));
    }
  }

  // The server of the test has a thread for each connection that is open.
  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !thread.getName().startsWith("awaitility"))
        .filter(thread -> !thread.getName().equals("cairn-testkit-http"))
        .map(thread -> thread.getId() + " " + thread.getName())
        .collect(Collectors.toSet());
  }

  @Test
  void closeAndDestroy_oneOfTwoManagers_keepsAndTakesTheEntries() {
    try (S3Manager other = place.manager()) {
      try (S3Manager manager = place.manager()) {
        manager.cache("c").put("k", "v");
        manager.cache("long".repeat(100)).put("k", "w");
      }
      Cache<String, String> cache = other.cache("c");
      assertThat(cache.get("k")).isEqualTo("v");
      assertThat(other.cache("long".repeat(100)).get("k")).isEqualTo("w");
      other.destroy("c");
      assertThat(place.server().keys(S3Place.BUCKET))
          .hasSize(2)
          .noneMatch(key -> key.contains("/c/"));
    }
  }

  @Test
  void clock_ofS3IsAhead_deadlinesFollowIt() {
    place.server().setClockOffset(Duration.ofMinutes(5));
    try (S3Manager manager = place.manager()) {
      Cache<String, String> cache =
          manager.cache("c", Configurations.expiring(Duration.ofMinutes(3)));
      cache.put("k", "v");
      assertThat(cache.get("k")).isEqualTo("v");
      byte[] entry = place.server().get(S3Place.BUCKET, S3Place.name("c", "k"));
      assertThat(Envelope.expiresAtMillis(entry) - System.currentTimeMillis())
          .isBetween(Duration.ofMinutes(7).toMillis(), Duration.ofMinutes(9).toMillis());
    }
  }
}
