package org.cairncache.promises;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.CairnCache;
import org.cairncache.freshness.Cached;
import org.cairncache.freshness.CachedBuilder;
import org.cairncache.freshness.CachedObserver;
import org.cairncache.testkit.ManualScheduler;
import org.jspecify.annotations.Nullable;

/**
 * What one process has: a cache, a source of values, threads that work when they are told to, and
 * an ear for what its functions say. Thread-safe.
 */
final class Side {
  final CairnCache<String, String> cache;
  final ManualScheduler threads;
  final List<String> heard = new CopyOnWriteArrayList<>();
  final AtomicInteger calls = new AtomicInteger();
  volatile @Nullable RuntimeException failure;
  volatile Runnable during = () -> {};
  private final String name;

  Side(String name, CairnCache<String, String> cache, ManualScheduler threads) {
    this.name = name;
    this.cache = cache;
    this.threads = threads;
  }

  /** The source: {@code here 1} the first time, then {@code here 2} and so on. */
  String load(String key) {
    String value = name + " " + calls.incrementAndGet();
    during.run();
    RuntimeException thrown = failure;
    if (thrown != null) {
      throw thrown;
    }
    return value;
  }

  /** As {@link #load}, where there is nothing. */
  @Nullable String loadNothing(String key) {
    String unused = load(key);
    return null;
  }

  /** Results are fresh for a minute. */
  CachedBuilder<String> minute() {
    return Cached.of(cache)
        .key("f:{}")
        .ttl(Duration.ofMinutes(1))
        .executor(threads)
        .scheduler(threads)
        .observer(new Ear());
  }

  /** As {@link #minute}, and served stale for another. */
  CachedBuilder<String> minutes() {
    return minute().stale(Duration.ofMinutes(1));
  }

  /** Waits until its functions have said something so many times. */
  void awaitHeard(String what, int times) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> Collections.frequency(heard, what) >= times);
  }

  private final class Ear implements CachedObserver {
    @Override
    public void answered(Answer answer, Source source) {
      heard.add(answer.toString());
    }

    @Override
    public void loaded(Cause cause, Result result, long nanos) {
      heard.add(cause + " " + result);
    }

    @Override
    public void waited() {
      heard.add("waited");
    }

    @Override
    public void storeFailed(Throwable cause) {
      heard.add("store failed");
    }
  }
}
