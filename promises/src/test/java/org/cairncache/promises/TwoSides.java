package org.cairncache.promises;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import javax.cache.Cache;
import org.cairncache.CairnCache;
import org.cairncache.CairnCachingProvider;
import org.cairncache.testkit.ManualClock;
import org.cairncache.testkit.ManualScheduler;
import org.cairncache.testkit.OwnManager;

/**
 * Two processes as far as a store can tell: managers of two providers that have nothing in common
 * but the store, and a clock that stands still. In memory, which no other process has, they have
 * one cache. Not thread-safe.
 */
final class TwoSides implements AutoCloseable {
  final ManualClock clock = new ManualClock();
  final Side here;
  final Side there;
  private final Shelf shelf;
  private final Place place;
  private final OwnManager first;
  private final OwnManager second;

  TwoSides(Shelf shelf, Path directory) throws IOException {
    this.shelf = shelf;
    place = shelf.open(directory);
    ConfigurationFile store = shelf.configure(directory, place);
    first = manager(store);
    second = manager(store);
    here = side("here", first.cache("functions"));
    there = side("there", shelf.isPrivate() ? here.cache : second.cache("functions"));
  }

  private OwnManager manager(ConfigurationFile store) {
    return new OwnManager(store.path().toUri()).with(CairnCachingProvider.CLOCK, clock);
  }

  @SuppressWarnings("unchecked") // as it was created
  private Side side(String name, Cache<String, String> cache) {
    return new Side(name, cache.unwrap(CairnCache.class), new ManualScheduler(clock));
  }

  void pass(long seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  /** Waits for that only where a near level must be told, and fails at once elsewhere. */
  void awaitNotice(Callable<Boolean> heard) throws Exception {
    if (shelf.hasNotices()) {
      await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(5)).until(heard);
    } else if (!heard.call()) {
      throw new AssertionError("The other side does not see it");
    }
  }

  @Override
  public void close() {
    try {
      first.close();
      second.close();
    } finally {
      place.close();
    }
  }
}
