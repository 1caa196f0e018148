package org.cairncache.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.CairnCache;
import org.cairncache.concurrency.OpenCaches.Deployment;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Eight clients add to one number, a thousand times each, and no addition is lost. */
class IncrementTest {
  private static final int CLIENTS = 8;
  private static final int TIMES = 1_000;
  private static final String KEY = "number";

  private interface Increment {
    void on(Cache<String, Integer> cache);
  }

  @ParameterizedTest
  @EnumSource
  void invoke_manyClients_losesNothing(Deployment deployment) throws Exception {
    assertNothingIsLost(deployment, cache -> new KeyOperation.Increment(1).call(cache, KEY));
  }

  @ParameterizedTest
  @EnumSource
  void replaceEqual_manyClients_losesNothing(Deployment deployment) throws Exception {
    assertNothingIsLost(
        deployment,
        cache -> {
          boolean done = false;
          while (!done) {
            Integer present = cache.get(KEY);
            done =
                present == null
                    ? cache.putIfAbsent(KEY, 1)
                    : cache.replace(KEY, present, present + 1);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void removeAndPutBack_manyClients_losesNothing(Deployment deployment) throws Exception {
    assertNothingIsLost(
        deployment,
        cache -> {
          // What one client took out the others may not see until it is put back, so they add up.
          Integer taken = cache.getAndRemove(KEY);
          int left = taken == null ? 1 : taken + 1;
          while (!cache.putIfAbsent(KEY, left)) {
            Integer more = cache.getAndRemove(KEY);
            left += more == null ? 0 : more;
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("unchecked") // the types of the cache
  void compareAndSet_manyClients_losesNothing(Deployment deployment) throws Exception {
    assertNothingIsLost(
        deployment,
        cache -> {
          CairnCache<String, Integer> cairn = cache.unwrap(CairnCache.class);
          Stored<Integer> next = null;
          while (next == null) {
            Stored<Integer> present = cairn.getStored(KEY);
            int value = present == null ? 1 : present.value() + 1;
            next = cairn.compareAndSet(KEY, present, value, Lifetime.ETERNAL, Attributes.NONE);
          }
        });
  }

  /** A put needs no lock, but it must not keep those who hold one from ever ending. */
  @Test
  void invoke_slowProcessorWhileAnotherPuts_ends() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (var caches = OpenCaches.open(Deployment.MEMORY, configuration());
        Crew crew = new Crew(1)) {
      Cache<String, Integer> cache = caches.first();
      Future<Integer> puts =
          crew.start(
              () -> {
                int count = 0;
                while (!done.get()) {
                  cache.put(KEY, count++);
                }
                return count;
              });
      await().until(() -> cache.containsKey(KEY));
      AtomicInteger runs = new AtomicInteger();
      int result =
          cache.invoke(
              KEY,
              (entry, arguments) -> {
                runs.incrementAndGet();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                entry.setValue(-1);
                return -1;
              });
      assertThat(result).isEqualTo(-1);
      assertThat(runs).hasValueLessThan(10);
      done.set(true);
      assertThat(crew.join(puts)).isPositive();
    } finally {
      done.set(true);
    }
  }

  private static MutableConfiguration<String, Integer> configuration() {
    return new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class);
  }

  private static void assertNothingIsLost(Deployment deployment, Increment increment)
      throws Exception {
    try (var caches = OpenCaches.open(deployment, configuration());
        Crew crew = new Crew(CLIENTS)) {
      crew.together(
          CLIENTS,
          member -> {
            for (int i = 0; i < TIMES; i++) {
              increment.on(caches.of(member));
            }
          });
      assertThat(caches.first().get(KEY)).isEqualTo(CLIENTS * TIMES);
    }
  }
}
