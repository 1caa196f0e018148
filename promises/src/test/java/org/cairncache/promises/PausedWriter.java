package org.cairncache.promises;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.cache.CacheManager;
import org.cairncache.CairnCache;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.freshness.background.Background;
import org.cairncache.freshness.background.BackgroundObserver;
import org.cairncache.freshness.background.WriteTask;
import org.cairncache.testkit.OwnManager;
import org.jspecify.annotations.Nullable;

/**
 * One of several that write a value under a lease, and that can be held at a place. The arguments
 * are its name, the lease in milliseconds and by how many minutes its clock is off.
 *
 * <p>It is told {@code hold PLACE}, {@code write} and {@code go on}, says {@link #HELD}, and after
 * it went on how the refresh ended and whether it writes in the same epoch still.
 */
final class PausedWriter implements Part {
  static final String KEY = "paused";
  static final String HELD = "held";
  static final Duration EVERY = Duration.ofMillis(300);

  private final AtomicBoolean wasHeld = new AtomicBoolean();
  private volatile long led;
  private volatile long heldEpoch;
  private volatile boolean wroteStill;
  private volatile @Nullable WriteTask<Numbered> task;

  /** The cache that all of them share. */
  @SuppressWarnings("unchecked") // as it is created
  static CairnCache<String, Numbered> cache(OwnManager manager) {
    return manager
        .cache("paused", CairnConfiguration.builder(String.class, Numbered.class).build())
        .unwrap(CairnCache.class);
  }

  @Override
  public void play(CacheManager manager, List<String> arguments, Parent parent) throws Exception {
    String name = arguments.get(0);
    Duration lease = Duration.ofMillis(Long.parseLong(arguments.get(1)));
    Duration off = Duration.ofMinutes(Long.parseLong(arguments.get(2)));
    try (OwnManager own =
        new OwnManager(manager.getURI()).with(CairnCachingProvider.CLOCK, new ShiftedClock(off))) {
      CairnCache<String, Numbered> cache = cache(own);
      parent.say("ready");
      for (String line = parent.hear(); !line.equals("end"); line = parent.hear()) {
        String[] words = line.split(" ");
        switch (words[0]) {
          case "hold" -> Hold.arm(words[1], () -> held(parent));
          case "write" -> task = write(cache, name, lease, parent);
          case "go" -> {
            wroteStill = isSameTenure(); // before anything was asked
            Hold.release();
          }
          default -> throw new IllegalArgumentException(line);
        }
      }
    }
  }

  private WriteTask<Numbered> write(
      CairnCache<String, Numbered> cache, String name, Duration lease, Parent parent) {
    return Background.write(cache)
        .key(KEY)
        .every(EVERY)
        .ttl(Duration.ofMinutes(1))
        .lease(lease)
        .observer(new Ear(parent))
        .build(
            () -> {
              Numbered loaded = new Numbered(name, HostClock.micros());
              Hold.here(Hold.LOAD);
              return loaded;
            });
  }

  private void held(Parent parent) {
    heldEpoch = led;
    wasHeld.set(true);
    parent.say(HELD);
  }

  private boolean isSameTenure() {
    WriteTask<Numbered> writes = task;
    return writes != null && writes.epoch() == heldEpoch;
  }

  private final class Ear implements BackgroundObserver {
    private final Parent parent;

    Ear(Parent parent) {
      this.parent = parent;
    }

    @Override
    public void led(long epoch) {
      led = epoch;
    }

    @Override
    public void refreshed(Result result, long nanos) {
      if (wasHeld.getAndSet(false)) {
        parent.say(result + (wroteStill || isSameTenure() ? " and writes still" : ""));
      }
    }
  }
}
