package org.cairncache.promises;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import org.cairncache.CairnCache;
import org.cairncache.freshness.background.Background;
import org.cairncache.freshness.background.BackgroundObserver;
import org.cairncache.freshness.background.Mirror;
import org.cairncache.freshness.background.WriteTask;
import org.cairncache.testkit.OwnManager;
import org.jspecify.annotations.Nullable;

/**
 * A task that writes, as one process has it, and a mirror, as another one has it. The source counts
 * up. Thread-safe.
 */
final class Pair implements AutoCloseable {
  static final Duration WRITES_EVERY = Duration.ofMillis(200);
  static final Duration READS_EVERY = Duration.ofMillis(100);
  static final Duration LEASE = Duration.ofSeconds(1);
  static final Duration PATIENCE = Duration.ofSeconds(60);

  final Mirror<String> mirror;
  final WriteTask<String> writer;
  final Set<BackgroundObserver.Result> results = ConcurrentHashMap.newKeySet();
  volatile @Nullable RuntimeException failure;
  private final AtomicLong count = new AtomicLong();
  private final OwnManager writes;
  private final OwnManager reads;

  /** With the threads that tasks have if they are given no others. */
  Pair(URI store) {
    this(store, null);
  }

  Pair(URI store, @Nullable Executor executor) {
    writes = new OwnManager(store);
    reads = new OwnManager(store);
    var writing =
        Background.write(cache(writes))
            .key("k")
            .every(WRITES_EVERY)
            .lease(LEASE)
            .ttl(Duration.ofMinutes(10))
            .observer(new Ear());
    var reading = Background.read(cache(reads)).key("k").every(READS_EVERY);
    if (executor != null) {
      writing.executor(executor);
      reading.executor(executor).notices(false); // looks by itself, or never
    }
    writer = writing.build(this::load);
    mirror = reading.build();
    until(number -> number > 0);
  }

  @SuppressWarnings("unchecked") // as it is created
  static CairnCache<String, String> cache(OwnManager manager) {
    return manager.cache("pair").unwrap(CairnCache.class);
  }

  private String load() {
    RuntimeException thrown = failure;
    if (thrown != null) {
      throw thrown;
    }
    return Long.toString(count.incrementAndGet());
  }

  /** The number of the value that the mirror has; 0 if it has none. */
  long read() {
    String value = mirror.get();
    return value == null ? 0 : Long.parseLong(value);
  }

  /** How many values the source gave. */
  long loaded() {
    return count.get();
  }

  /** Waits until the mirror has such a value; returns after how many milliseconds. */
  double until(LongPredicate right) {
    long begun = System.nanoTime();
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> right.test(read()));
    return (System.nanoTime() - begun) / 1e6;
  }

  @Override
  public void close() {
    mirror.close();
    writer.close();
    reads.close();
    writes.close();
  }

  private final class Ear implements BackgroundObserver {
    @Override
    public void refreshed(Result result, long nanos) {
      results.add(result);
    }
  }
}
