package org.cairncache.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Stored;
import org.cairncache.testkit.history.History;
import org.cairncache.testkit.history.LinearizabilityChecker;
import org.junit.jupiter.api.Test;

/**
 * What concurrent calls answer can be explained by an order of them, for each key. A shared store
 * is opened twice, and half of the threads use each, as two processes would.
 */
abstract class ConcurrencyTests extends StoreTests {
  private static final boolean NIGHTLY = Boolean.getBoolean("nightly");
  private static final int THREADS = 8;
  private static final int HISTORIES = NIGHTLY ? 200 : 40;
  private static final int CALLS = NIGHTLY ? 60 : 15;
  private static final int INCREMENTS = NIGHTLY ? 1_000 : 100;

  /** One thread's part. */
  private interface Part {
    void play(int member) throws Exception;
  }

  /** Where a near level may be behind what others changed, within one process. */
  @Test
  void callsOnAKey_manyThreads_areLinearizable() throws Exception {
    List<Store<String, Integer>> views = openViews();
    assertLinearizable(subject().hasNearLevels() ? views.subList(0, 1) : views, false);
  }

  @Test
  void callsOnAKey_overNearLevels_areLinearizableWhereTheyAreDecided() throws Exception {
    assumeTrue(subject().hasNearLevels(), "every read is of what decides");
    assertLinearizable(openViews(), true);
  }

  private static void assertLinearizable(List<Store<String, Integer>> views, boolean latestOnly)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int i = 0; i < HISTORIES; i++) {
        List<String> keys = List.of(i + "a", i + "b", i + "c"); // all begin absent
        History<StoreCall> history = new History<>(() -> 0);
        AtomicInteger values = new AtomicInteger();
        together(
            threads,
            member -> {
              var store = views.get(member % views.size());
              StoreClient client = new StoreClient(member, store, history, values, latestOnly);
              for (int call = 0; call < CALLS; call++) {
                client.callOnce(keys);
              }
            });
        assertThat(history.size()).isEqualTo(THREADS * CALLS);
        assertThat(LinearizabilityChecker.check(StoreCall.specification(), history)).isEmpty();
      }
    } finally {
      threads.shutdownNow();
      views.get(0).clear();
    }
  }

  @Test
  void replace_incrementsByManyThreads_loseNothing() throws Exception {
    List<Store<String, Integer>> views = openViews();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      together(
          threads,
          member -> {
            for (int i = 0; i < INCREMENTS; i++) {
              increment(views.get(member % views.size()));
            }
          });
      assertThat(latest(views.get(0), "count").value()).isEqualTo(THREADS * INCREMENTS);
    } finally {
      threads.shutdownNow();
      views.get(0).clear();
    }
  }

  private static void increment(Store<String, Integer> store) {
    while (true) {
      Stored<Integer> before = store.getLatest("count");
      int next = before == null ? 1 : before.value() + 1;
      if (store.replace("count", before, next, LASTING, Attributes.NONE) != null) {
        return;
      }
    }
  }

  private List<Store<String, Integer>> openViews() {
    List<Store<String, Integer>> views = new ArrayList<>();
    for (int i = 0; i < (subject().factory().traits().shared() ? 2 : 1); i++) {
      views.add(openAs(StoreObserver.NONE).open(cacheName(), String.class, Integer.class));
    }
    return views;
  }

  private static void together(ExecutorService threads, Part part) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int member = i;
      running.add(
          threads.submit(
              () -> {
                start.await();
                part.play(member);
                return null;
              }));
    }
    for (Future<?> each : running) {
      each.get(50, TimeUnit.SECONDS);
    }
  }
}
