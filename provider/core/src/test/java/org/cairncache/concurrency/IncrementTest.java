package org.cairncache.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.CairnCache;
import org.cairncache.concurrency.OpenCaches.Deployment;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
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

  private static void assertNothingIsLost(Deployment deployment, Increment increment)
      throws Exception {
    try (var caches =
            OpenCaches.open(
                deployment,
                new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class));
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
