package org.cairncache.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.cairncache.memory.MemoryStoreFactory;
import org.cairncache.spi.ForwardingStore;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Stored;
import org.cairncache.spi.TestContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Who has written reads what was written, or something newer, while others read the same keys and
 * the near level keeps forgetting them.
 */
class OwnReadsTest {
  private static final int WRITERS = 4;
  private static final int READS = 25_000;
  private static final int KEYS = 4;

  @Test
  void get_afterOwnPut_isNeverOlder() throws Exception {
    ConcurrentMap<Integer, NearEntry<Integer>> near = map();
    assertThat(staleReads(near, Pairs.of(near, new SlowStore(memory())))).isZero();
  }

  @Test
  void get_ofTheNaivePair_isOlder() throws Exception {
    ConcurrentMap<Integer, NearEntry<Integer>> near = map();
    assertThat(staleReads(near, new NaivePair<>(near, new SlowStore(memory())))).isPositive();
  }

  private static Store<Integer, Integer> memory() {
    return new MemoryStoreFactory().open(new TestContext<>(Settings.NONE, StoreObserver.NONE));
  }

  private static ConcurrentMap<Integer, NearEntry<Integer>> map() {
    return new MemoryStoreFactory()
        .<Integer, NearEntry<Integer>>openMap(new TestContext<>(Settings.NONE, StoreObserver.NONE))
        .orElseThrow();
  }

  /** As the way to a server: others go first, before and after. */
  private static final class SlowStore extends ForwardingStore<Integer, Integer> {
    SlowStore(Store<Integer, Integer> inner) {
      super(inner);
    }

    @Override
    public @Nullable Stored<Integer> get(Integer key) {
      Stored<Integer> found = super.get(key);
      letOthersGoFirst();
      return found;
    }

    @Override
    public Stored<Integer> put(Integer key, Integer value, Lifetime lifetime) {
      Stored<Integer> written = super.put(key, value, lifetime);
      letOthersGoFirst();
      return written;
    }
  }

  private static void letOthersGoFirst() {
    if (ThreadLocalRandom.current().nextInt(4) == 0) {
      LockSupport.parkNanos(1);
    }
  }

  /** Each writer has keys of its own, so that it knows what it wrote last. */
  private static int staleReads(
      ConcurrentMap<Integer, NearEntry<Integer>> near, Store<Integer, Integer> pair)
      throws Exception {
    AtomicInteger stale = new AtomicInteger();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int first = i * KEYS;
        writers.add(threads.submit(() -> writeAndRead(first, pair, stale)));
        threads.submit(() -> readAll(first, near, pair, done));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      done.set(true);
      threads.shutdown();
    }
    return stale.get();
  }

  private static void writeAndRead(int first, Store<Integer, Integer> pair, AtomicInteger stale) {
    for (int value = 1; value <= READS; value++) {
      int key = first + value % KEYS;
      pair.put(key, value, Lifetime.ETERNAL);
      letOthersGoFirst();
      Stored<Integer> read = pair.get(key);
      if (read == null || read.value() < value) {
        stale.incrementAndGet();
      }
    }
  }

  private static void readAll(
      int first,
      ConcurrentMap<Integer, NearEntry<Integer>> near,
      Store<Integer, Integer> pair,
      AtomicBoolean done) {
    SplittableRandom random = new SplittableRandom(first);
    while (!done.get()) {
      int key = first + random.nextInt(KEYS);
      if (random.nextInt(2) == 0) {
        near.remove(key);
      }
      pair.get(key);
    }
  }
}
