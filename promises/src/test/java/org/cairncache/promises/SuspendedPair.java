package org.cairncache.promises;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.cache.CacheManager;
import org.cairncache.CairnCache;
import org.cairncache.CairnConfiguration;
import org.cairncache.freshness.background.Background;
import org.cairncache.freshness.background.Mirror;
import org.cairncache.freshness.background.WriteBuilder;
import org.cairncache.freshness.background.WriteTask;

/**
 * A task that writes and a mirror, read all the time, in a process that is suspended once. It says
 * when it writes; after it was suspended, and what it serves is new, for how many milliseconds the
 * mirror still served what had expired, after how many it had something new, and whether it writes.
 */
final class SuspendedPair implements Part {
  static final Duration TTL = Duration.ofSeconds(1);
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
  // Of what one loop of this process takes otherwise, and of what a value is older than its entry.
  private static final long TOLERATED_MICROS = 500_000;

  /** As this process and others write it. */
  static WriteBuilder<Long> writer(CacheManager manager) {
    return Background.write(cache(manager)).key("k").every(TTL.dividedBy(4)).ttl(TTL).lease(TTL);
  }

  @SuppressWarnings("unchecked") // as it is created
  private static CairnCache<String, Long> cache(CacheManager manager) {
    var cache = manager.getCache("suspended", String.class, Long.class);
    return (cache == null
            ? manager.createCache(
                "suspended", CairnConfiguration.builder(String.class, Long.class).build())
            : cache)
        .unwrap(CairnCache.class);
  }

  @Override
  public void play(CacheManager manager, List<String> arguments, Parent parent) throws Exception {
    try (WriteTask<Long> writer = writer(manager).build(HostClock::micros);
        Mirror<Long> mirror =
            Background.read(cache(manager)).key("k").every(TTL.dividedBy(8)).build()) {
      while (mirror.get() == null || !writer.isWriting()) {
        pause();
      }
      parent.say("writes");
      long resumed = awaitSuspension(mirror);
      parent.say(recover(mirror, resumed) + " " + writer.isWriting());
      parent.hear();
    }
  }

  private static long awaitSuspension(Mirror<Long> mirror) {
    long before = HostClock.micros();
    for (long now = before; now - before < TTL.toMillis() * 1_000; now = HostClock.micros()) {
      before = now;
      var unused = mirror.get();
      pause();
    }
    return HostClock.micros();
  }

  private static String recover(Mirror<Long> mirror, long resumed) {
    long staleUntil = resumed;
    while (true) {
      Long value = mirror.get();
      long now = HostClock.micros();
      if (value != null && value > resumed) {
        return (staleUntil - resumed) / 1_000 + " " + (now - resumed) / 1_000;
      }
      if (value != null && now - value > TTL.toMillis() * 1_000 + TOLERATED_MICROS) {
        staleUntil = now;
      }
      pause();
    }
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE_NANOS);
  }
}
