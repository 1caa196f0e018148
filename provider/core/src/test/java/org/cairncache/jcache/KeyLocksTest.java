package org.cairncache.jcache;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.CacheException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Locks that exclude, that end, and that never tie two keys together. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class KeyLocksTest {
  private static final long SHORT_MILLIS = 50;
  private static final long LONG_MILLIS = 20_000;

  private final ExecutorService others = Executors.newFixedThreadPool(8);

  @AfterEach
  void stopOthers() {
    others.shutdownNow();
  }

  @Test
  void lock_sameThreadTwice_isRefusedAtOnce() {
    KeyLocks<String> locks = locks(LONG_MILLIS);
    KeyLocks.Lock<String> held = locks.lock("a");
    assertThatExceptionOfType(CacheException.class)
        .isThrownBy(() -> locks.lock("a"))
        .withMessageContaining("Cache \"books\"")
        .withMessageContaining("the very key that its own operation is changing");
    locks.unlock(held);
    assertThat(locks.isHeldByCurrentThread("a")).isFalse();
    locks.unlock(locks.lock("a"));
  }

  @Test
  void lock_otherKey_isGranted() throws Exception {
    KeyLocks<String> locks = locks(LONG_MILLIS);
    KeyLocks.Lock<String> held = locks.lock("a");
    KeyLocks.Lock<String> mine = locks.lock("b");
    assertThat(locks.isHeldByCurrentThread("a")).isTrue();
    assertThat(locks.isHeldByCurrentThread("b")).isTrue();
    Future<?> theirs = elsewhere(() -> lockAndUnlock(locks, "c"));
    theirs.get(30, SECONDS);
    locks.unlock(mine);
    locks.unlock(held);
  }

  @Test
  void lock_heldTooLong_endsInAnException() throws Exception {
    KeyLocks<String> locks = locks(SHORT_MILLIS);
    KeyLocks.Lock<String> held = locks.lock("a");
    Future<?> waiting = elsewhere(() -> lockAndUnlock(locks, "a"));
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> waiting.get(30, SECONDS))
        .withCauseInstanceOf(CacheException.class)
        .withMessageContaining("waited 50 ms");
    locks.unlock(held);
    elsewhere(() -> lockAndUnlock(locks, "a")).get(30, SECONDS);
  }

  @Test
  void lock_interruptedWhileWaiting_endsInAnExceptionAndKeepsTheFlag() throws Exception {
    KeyLocks<String> locks = locks(LONG_MILLIS);
    KeyLocks.Lock<String> held = locks.lock("a");
    Thread[] waiter = new Thread[1];
    Future<Boolean> flag =
        elsewhere(
            () -> {
              waiter[0] = Thread.currentThread();
              try {
                lockAndUnlock(locks, "a");
                return false;
              } catch (CacheException interrupted) {
                return Thread.currentThread().isInterrupted();
              }
            });
    await().until(() -> waiter[0] != null && waiter[0].getState() == Thread.State.TIMED_WAITING);
    waiter[0].interrupt();
    assertThat(flag.get(30, SECONDS)).isTrue();
    locks.unlock(held);
  }

  @Test
  void lock_twoThreadsCrosswise_endsWithinTheLimit() throws Exception {
    KeyLocks<String> locks = locks(SHORT_MILLIS);
    CyclicBarrier bothHold = new CyclicBarrier(2);
    List<Future<Object>> both = new ArrayList<>();
    for (List<String> keys : List.of(List.of("a", "b"), List.of("b", "a"))) {
      both.add(
          elsewhere(
              () -> {
                KeyLocks.Lock<String> outer = locks.lock(keys.get(0));
                try {
                  bothHold.await();
                  return lockAndUnlock(locks, keys.get(1));
                } finally {
                  locks.unlock(outer);
                }
              }));
    }
    int refused = 0;
    for (Future<Object> each : both) {
      try {
        each.get(30, SECONDS);
      } catch (ExecutionException failure) {
        assertThat(failure).hasCauseInstanceOf(CacheException.class);
        refused++;
      }
    }
    assertThat(refused).isBetween(1, 2);
    lockAndUnlock(locks, "a");
    lockAndUnlock(locks, "b");
  }

  @Test
  @SuppressWarnings("ThreadPriorityCheck") // for variety, not for correctness
  void lock_manyThreadsOnOneKey_excludesAllOthers() throws Exception {
    KeyLocks<String> locks = locks(LONG_MILLIS);
    AtomicInteger inside = new AtomicInteger();
    together(
        () -> {
          for (int i = 0; i < 50_000; i++) {
            KeyLocks.Lock<String> lock = locks.lock("a");
            assertThat(inside.incrementAndGet()).isEqualTo(1);
            Thread.yield();
            inside.decrementAndGet();
            locks.unlock(lock);
          }
          return null;
        });
    assertThat(inside).hasValue(0);
  }

  @Test
  void lockAll_manyThreadsInAnyOrder_ends() throws Exception {
    KeyLocks<String> locks = locks(LONG_MILLIS);
    together(
        () -> {
          List<String> keys = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
          for (int i = 0; i < 2_000; i++) {
            Collections.shuffle(keys);
            locks.lockAll(keys.subList(0, 3)).close();
          }
          return null;
        });
  }

  @Test
  void lockAll_keysOfEqualHashInAnyOrder_ends() throws Exception {
    KeyLocks<String> locks = locks(LONG_MILLIS);
    together(
        () -> {
          List<String> keys = new ArrayList<>(List.of("AaAa", "AaBB", "BBAa", "BBBB", "a"));
          for (int i = 0; i < 2_000; i++) {
            Collections.shuffle(keys);
            locks.lockAll(keys.subList(0, 3)).close();
          }
          return null;
        });
  }

  @Test
  void lockAll_oneKeyHeldTooLong_releasesTheOthers() throws Exception {
    KeyLocks<String> locks = locks(SHORT_MILLIS);
    CountDownLatch done = new CountDownLatch(1);
    CountDownLatch holds = new CountDownLatch(1);
    Future<?> holder =
        elsewhere(
            () -> {
              KeyLocks.Lock<String> lock = locks.lock("BB");
              holds.countDown();
              done.await();
              locks.unlock(lock);
              return null;
            });
    holds.await();
    assertThatExceptionOfType(CacheException.class)
        .isThrownBy(() -> locks.lockAll(List.of("a", "Aa", "BB", "c")));
    elsewhere(
            () -> {
              try (var rest = locks.lockAll(List.of("a", "Aa", "c", "C#", "Bb"))) {
                return null;
              }
            })
        .get(30, SECONDS);
    done.countDown();
    holder.get(30, SECONDS);
    locks.lockAll(List.of("a", "Aa", "BB", "c")).close();
  }

  private static <K> KeyLocks<K> locks(long waitMillis) {
    return new KeyLocks<>("books", waitMillis);
  }

  private static <K> Object lockAndUnlock(KeyLocks<K> locks, K key) {
    KeyLocks.Lock<K> lock = locks.lock(key);
    locks.unlock(lock);
    return key;
  }

  private <T> Future<T> elsewhere(Callable<T> task) {
    return others.submit(task);
  }

  private void together(Callable<?> task) throws Exception {
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(elsewhere(task));
    }
    for (Future<?> each : all) {
      each.get(60, SECONDS);
    }
  }
}
