package org.cairncache.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.cairncache.spi.CoarseClock;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store.InvalidationListener;
import org.cairncache.spi.Stored;
import org.cairncache.spi.TinyStore;
import org.junit.jupiter.api.Test;

/** Notices to a near level that may block, which therefore hears of them on other threads. */
class NoticesTest {
  private static final int MANY = 10_000;
  private static final InstantSource CLOCK = () -> Instant.EPOCH;
  private static final Duration TTL = Duration.ofHours(1);

  private final TinyStore<String, Stored<Integer>> near = new TinyStore<>();
  private final TinyStore<String, Integer> far = new TinyStore<>();
  private final Deque<Runnable> executor = new ArrayDeque<>();
  private final List<String> above = new ArrayList<>();
  private final Notices<String, Integer> notices = new Notices<>(level(), executor::add);

  NoticesTest() {
    notices.tell(
        new InvalidationListener<String>() {
          @Override
          public void invalidated(String key) {
            above.add(key + (near.get(key) == null ? " dropped" : " there"));
          }

          @Override
          public void allInvalidated() {
            above.add("all, of which there are " + near.keys().count());
          }
        });
  }

  private Level<String, Integer> level() {
    return new Level<>(
        new SharedNear<>(near, "test", TTL.toMillis(), CLOCK, true),
        far,
        TTL,
        CLOCK,
        CoarseClock.exact(CLOCK));
  }

  private void keep(String key) {
    near.put(key, far.put(key, 1, Lifetime.ETERNAL), Lifetime.ETERNAL);
  }

  private void runAll() {
    for (Runnable next; (next = executor.poll()) != null; ) {
      next.run();
    }
  }

  @Test
  void invalidated_isDroppedBeforeTheLevelAboveHears() {
    keep("a");
    notices.invalidated("a");
    assertThat(near.get("a")).isNotNull();
    runAll();
    assertThat(above).containsExactly("a dropped");
  }

  @Test
  void invalidated_againWhileItWaits_isDroppedOnceAndAgainAfter() {
    keep("a");
    notices.invalidated("a");
    notices.invalidated("a");
    assertThat(executor).hasSize(1);
    runAll();
    keep("a");
    notices.invalidated("a");
    runAll();
    assertThat(above).containsExactly("a dropped", "a dropped");
  }

  @Test
  void invalidated_moreThanMayWait_isEverything() {
    for (int i = 0; i < MANY + 100; i++) {
      keep("k" + i);
      notices.invalidated("k" + i);
    }
    assertThat(executor).hasSize(MANY + 1);
    runAll();
    assertThat(above).hasSize(MANY + 1);
    assertThat(near.keys()).isEmpty();
  }

  @Test
  void allInvalidated_twice_clearsOnceAndTellsTheLevelAboveThen() {
    keep("a");
    notices.allInvalidated();
    notices.allInvalidated();
    runAll();
    assertThat(above).containsExactly("all, of which there are 0");
  }

  @Test
  void tell_closed_hearsNoMore() {
    List<String> heard = new ArrayList<>();
    notices
        .tell(
            new InvalidationListener<String>() {
              @Override
              public void invalidated(String key) {
                heard.add(key);
              }

              @Override
              public void allInvalidated() {
                heard.add("all");
              }
            })
        .close();
    notices.invalidated("a");
    runAll();
    assertThat(heard).isEmpty();
  }
}
