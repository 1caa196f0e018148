package org.cairncache.micrometer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.cache.Cache;
import org.cairncache.CairnCachingProvider;
import org.cairncache.freshness.Bulkhead;
import org.cairncache.freshness.Cached;
import org.cairncache.freshness.Cached1;
import org.cairncache.freshness.CachedBuilder;
import org.cairncache.freshness.CachedObserver;
import org.cairncache.testkit.ManualClock;
import org.cairncache.testkit.ManualScheduler;
import org.cairncache.testkit.OwnManager;

/**
 * A cached function on the heap, whose clock and threads stand still until a test moves them. Its
 * results are fresh for a minute, stale for one more, and served for errors for one more. Each
 * method makes something happen to a key of its own.
 */
final class Functions implements AutoCloseable {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  final ManualClock clock = new ManualClock();
  final ManualScheduler scheduler = new ManualScheduler(clock);
  final Bulkhead bulkhead = Bulkhead.of(1);
  final Cached1<String, String> function;
  private final OwnManager manager =
      new OwnManager(URI.create("memory:" + UUID.randomUUID()))
          .with(CairnCachingProvider.CLOCK, clock);
  private volatile boolean failing;
  private volatile CompletableFuture<String> slow = CompletableFuture.completedFuture("");

  Functions(CachedObserver observer) {
    function =
        on(manager.cache("users"))
            .observer(observer)
            .bulkhead(bulkhead)
            .executor(scheduler)
            .scheduler(scheduler)
            .buildAsync(this::load);
  }

  /** A function on this cache, with nothing set but its times. */
  static CachedBuilder<String> on(Cache<String, String> cache) {
    return Cached.of(cache).key("user:{id}").ttl(MINUTE).stale(MINUTE).staleIfError(MINUTE);
  }

  private CompletableFuture<String> load(String key) {
    return failing
        ? CompletableFuture.failedFuture(new IllegalStateException("the source is down"))
        : key.startsWith("slow") ? slow : CompletableFuture.completedFuture("value of " + key);
  }

  /** One load, then one fresh answer. */
  void fresh() {
    function.get("fresh");
    function.get("fresh");
  }

  /** One load, then one stale answer, 90 s old, and a refresh. */
  void stale() {
    function.get("stale");
    pass(90);
    function.get("stale");
    scheduler.runDue();
  }

  /** One load, then one answer, 150 s old, because the next one failed. */
  void staleOnError() {
    function.get("for errors");
    pass(150);
    failing = true;
    function.get("for errors");
    failing = false;
  }

  /** One failure. */
  void error() {
    failing = true;
    assertThatThrownBy(() -> function.get("error")).hasMessage("the source is down");
    failing = false;
  }

  /** One load, one stale answer, and a refresh that fails. */
  void refreshFails() {
    function.get("refresh fails");
    pass(90);
    failing = true;
    function.get("refresh fails");
    scheduler.runDue();
    failing = false;
  }

  /** One load that two more wait for. */
  void waits() {
    slow = new CompletableFuture<>();
    var first = function.getAsync("slow");
    scheduler.runDue();
    var second = function.getAsync("slow");
    var third = function.getAsync("slow");
    slow.complete("at last");
    Stream.of(first, second, third).forEach(stage -> stage.toCompletableFuture().join());
  }

  /** Two loads and two stale answers; one refresh, and none for the other. */
  void putOff() {
    function.get("first");
    function.get("second");
    pass(90);
    function.get("first");
    function.get("second");
    scheduler.runDue();
  }

  private void pass(long seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  @Override
  public void close() {
    manager.close();
  }
}
