package org.cairncache.promises;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.cache.CacheManager;
import org.cairncache.CairnCache;
import org.cairncache.CairnConfiguration;
import org.cairncache.freshness.background.Background;
import org.cairncache.freshness.background.Mirror;
import org.cairncache.freshness.background.WriteBuilder;
import org.cairncache.freshness.background.WriteTask;
import org.jspecify.annotations.Nullable;

/**
 * A task that writes and a mirror, read all the time, in a process that is suspended once. It says
 * when it writes; after it was suspended, for how many milliseconds what had expired was served;
 * and when something new is there, after how many, and whether it writes.
 */
final class SuspendedPair implements Part {
  static final Duration TTL = Duration.ofSeconds(1);
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
  // Longer than it stands still by itself, shorter than it is suspended.
  private static final long SUSPENDED_MICROS = 2 * TTL.toMillis() * 1_000;

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
            Background.read(cache(manager))
                .key("k")
                .every(TTL.dividedBy(8))
                .patience(Duration.ZERO)
                .build()) {
      while (mirror.get() == null || !writer.isWriting()) {
        pause();
      }
      parent.say("writes");
      long resumed = awaitSuspension(mirror);
      parent.say(millisUntil(resumed, mirror, value -> value == null || value > resumed));
      String back = millisUntil(resumed, mirror, value -> value != null && value > resumed);
      parent.say(back + " " + writer.isWriting());
      parent.hear();
    }
  }

  private static long awaitSuspension(Mirror<Long> mirror) {
    long before = HostClock.micros();
    for (long now = before; now - before < SUSPENDED_MICROS; now = HostClock.micros()) {
      before = now;
      var unused = mirror.get();
      pause();
    }
    return HostClock.micros();
  }

  private static String millisUntil(
      long sinceMicros, Mirror<Long> mirror, Predicate<@Nullable Long> right) {
    while (!right.test(mirror.get())) {
      pause();
    }
    return Long.toString((HostClock.micros() - sinceMicros) / 1_000);
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE_NANOS);
  }
}
