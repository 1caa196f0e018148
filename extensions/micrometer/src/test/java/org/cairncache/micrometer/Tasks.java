package org.cairncache.micrometer;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import javax.cache.Cache;
import org.cairncache.CairnCachingProvider;
import org.cairncache.freshness.background.Background;
import org.cairncache.freshness.background.BackgroundBuilder;
import org.cairncache.freshness.background.BackgroundObserver;
import org.cairncache.freshness.background.Mirror;
import org.cairncache.freshness.background.WriteTask;
import org.cairncache.testkit.ManualClock;
import org.cairncache.testkit.ManualScheduler;
import org.cairncache.testkit.OwnManager;

/**
 * A task that writes every minute under a lease of 15 s, and a mirror that looks every 10 s, in one
 * cache on the heap. Clock and threads stand still until a test moves them.
 */
final class Tasks implements AutoCloseable {
  final ManualClock clock = new ManualClock();
  final ManualScheduler scheduler = new ManualScheduler(clock);
  final Cache<String, String> cache;
  final WriteTask<String> writer;
  final Mirror<String> mirror;
  volatile boolean failing;
  volatile boolean full;
  private final OwnManager manager =
      new OwnManager(URI.create("memory:" + UUID.randomUUID()))
          .with(CairnCachingProvider.CLOCK, clock);

  Tasks(BackgroundObserver observer) {
    cache = manager.cache("rates");
    writer =
        driven(Background.write(cache), observer)
            .every(Duration.ofMinutes(1))
            .lease(Duration.ofSeconds(15))
            .build(this::load);
    mirror =
        driven(Background.read(cache), observer)
            .every(Duration.ofSeconds(10))
            .patience(Duration.ZERO)
            .build();
  }

  private <B extends BackgroundBuilder<String, B>> B driven(
      B builder, BackgroundObserver observer) {
    return builder
        .key("rates")
        .scheduler(scheduler)
        .executor(
            work -> {
              if (full) {
                throw new RejectedExecutionException();
              }
              work.run();
            })
        .observer(observer);
  }

  private String load() {
    if (failing) {
      throw new IllegalStateException("the source is down");
    }
    return "rates at " + clock.millis();
  }

  void pass(long seconds) {
    scheduler.advance(Duration.ofSeconds(seconds));
  }

  @Override
  public void close() {
    mirror.close();
    writer.close();
    manager.close();
  }
}
