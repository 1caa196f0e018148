package org.cairncache.testkit.object;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.ModifiedExpiryPolicy;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.encoded.Envelope;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a connection begins, where it cannot, and how it ends. */
public abstract class ObjectLifeCycle {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final ObjectPlace place = place();

  /** A new bucket. */
  protected abstract ObjectPlace place();

  /** A manager of the same server, in a bucket that is not there. */
  protected abstract OwnManager withoutBucket(ObjectPlace place);

  /** What a message calls the condition under which nothing may be there. */
  protected abstract String creating();

  /** What a message calls the condition under which a version must be there. */
  protected abstract String matching();

  /** Words that a message has of an answer, such as its status. */
  protected abstract String words(Trouble trouble);

  /** The bucket of the test that runs. */
  protected final ObjectPlace bucket() {
    return place;
  }

  @AfterEach
  void close() {
    place.close();
  }

  @Test
  void open_conditionsAreIgnored_isRefusedWithWhatToDo() {
    place.ignoreConditions();
    assertRefused(place.manager(), place.uri().toString(), "does not honour " + creating(), "Use ");
    assertThat(place.names()).isEmpty();
  }

  @Test
  void open_onlyOneConditionIsIgnored_isRefused() {
    place.ignoreConditions();
    place.faults().next(1, place.requests().write(), Fault.delay(Duration.ZERO));
    place.faults().next(1, place.requests().write(), Fault.answer(place.answers(Trouble.UNMET)));
    assertRefused(place.manager(), "does not honour " + matching());
  }

  @Test
  void open_accessIsDenied_saysWhatItNeeds() {
    denyOnce();
    assertRefused(place.manager(), words(Trouble.DENIED));
  }

  private void denyOnce() {
    place.faults().next(1, place.requests().write(), Fault.answer(place.answers(Trouble.DENIED)));
  }

  @Test
  void open_noSuchBucket_saysSo() {
    assertRefused(withoutBucket(place), "404", "make the bucket");
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

  /** Sees that no cache can be opened, and that the message has these words and no secret. */
  protected static void assertRefused(OwnManager manager, String... words) {
    try (manager) {
      assertThatThrownBy(() -> manager.cache("c"))
          .isInstanceOf(StoreException.class)
          .hasMessageContainingAll(words)
          .satisfies(failure -> assertThat(failure).hasMessageNotContaining("secret"));
    }
  }

  @Test
  void open_afterAFailure_works() {
    try (OwnManager manager = place.manager()) {
      denyOnce();
      assertThatThrownBy(() -> manager.cache("c")).isInstanceOf(StoreException.class);
      manager.cache("c").put("k", "v");
    }
  }

  @Test
  void open_serviceAsksForPatience_waits() {
    place.faults().next(2, place.requests().write(), Fault.answer(place.answers(Trouble.BUSY)));
    try (OwnManager manager = place.manager()) {
      manager.cache("c").put("k", "v");
    }
  }

  @Test
  void close_requestIsHeld_endsInTime() {
    CountDownLatch held = new CountDownLatch(1);
    OwnManager manager = place.manager();
    Cache<String, String> cache = manager.cache("c");
    place.faults().next(1, place.requests().read(), Fault.hold(held));
    ExecutorService other = Executors.newSingleThreadExecutor();
    var get = CompletableFuture.supplyAsync(() -> cache.get("k"), other);
    other.shutdown();
    await().until(() -> place.faults().met() == 1);
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
    try (OwnManager manager = place.manager()) {
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
    try (OwnManager other = place.manager()) {
      try (OwnManager manager = place.manager()) {
        manager.cache("c").put("k", "v");
        manager.cache("long".repeat(100)).put("k", "w");
      }
      Cache<String, String> cache = other.cache("c");
      assertThat(cache.get("k")).isEqualTo("v");
      assertThat(other.cache("long".repeat(100)).get("k")).isEqualTo("w");
      other.destroy("c");
      assertThat(place.names()).hasSize(2).noneMatch(name -> name.contains("/c/"));
    }
  }

  @Test
  void clock_ofTheServiceIsAhead_deadlinesFollowIt() {
    place.server().setClockOffset(Duration.ofMinutes(5));
    try (OwnManager manager = place.manager()) {
      Cache<String, String> cache = manager.cache("c", expiring(Duration.ofMinutes(3)));
      cache.put("k", "v");
      assertThat(cache.get("k")).isEqualTo("v");
      byte[] entry = Objects.requireNonNull(place.get(ObjectPlace.name("c", "k")));
      assertThat(Envelope.expiresAtMillis(entry) - System.currentTimeMillis())
          .isBetween(Duration.ofMinutes(7).toMillis(), Duration.ofMinutes(9).toMillis());
    }
  }

  private static MutableConfiguration<String, String> expiring(Duration afterWrite) {
    return OwnManager.texts()
        .setExpiryPolicyFactory(
            ModifiedExpiryPolicy.factoryOf(
                new javax.cache.expiry.Duration(MILLISECONDS, afterWrite.toMillis())));
  }
}
