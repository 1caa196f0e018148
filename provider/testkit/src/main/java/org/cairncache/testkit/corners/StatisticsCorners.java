package org.cairncache.testkit.corners;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.management.CacheStatisticsMXBean;
import org.junit.jupiter.api.Test;

/** The counters count what happened to entries, not what was asked for. */
public abstract class StatisticsCorners extends Corners {
  private static final long LOAD_MILLIS = 500;

  @Test
  void get_loaded_isAMiss() {
    Cache<String, String> cache = counted(readThrough(strings(), RecordingLoader.ofStrings()));

    assertThat(cache.get("k")).isEqualTo("loaded-k");
    assertGets(cache, 0, 1);

    assertThat(cache.get("k")).isEqualTo("loaded-k");
    assertGets(cache, 1, 1);
    assertPutsAndRemovals(cache, 0, 0);
  }

  /** More often than the operations whose time is taken, which may be counted in another way. */
  @Test
  void get_hundredsOfTimes_countsEachHitAndMiss() {
    Cache<String, String> cache = counted(strings());
    cache.put("k", "v");

    for (int i = 0; i < 300; i++) {
      cache.get(i % 3 == 0 ? "missing" : "k");
    }

    assertGets(cache, 200, 100);
  }

  @Test
  void getAll_countsEachKey() {
    Cache<String, String> cache = counted(strings());
    cache.putAll(entries("a", "1", "b", "2", "c", "3"));

    cache.getAll(keys("a", "b", "c", "d", "e"));

    assertGets(cache, 3, 2);
  }

  @Test
  void getAll_loaded_countsEachMiss() {
    Cache<String, String> cache = counted(readThrough(strings(), RecordingLoader.ofStrings()));
    cache.put("a", "1");

    assertThat(cache.getAll(keys("a", "b", "c"))).hasSize(3);

    assertGets(cache, 1, 2);
  }

  @Test
  void averageGetTime_leavesTheLoadOut() {
    CountDownLatch never = new CountDownLatch(1);
    Cache<String, String> cache =
        counted(
            readThrough(
                strings(),
                new RecordingLoader<>(
                    key -> Calls.opens(never, LOAD_MILLIS) ? "opened" : "loaded")));

    assertThat(cache.get("k")).isEqualTo("loaded");
    assertThat(cache.getAll(keys("a"))).hasSize(1);

    assertThat(CacheBeans.statistics(cache).getAverageGetTime())
        .as("microseconds")
        .isLessThan(LOAD_MILLIS * 1000 / 2f);
  }

  @Test
  void get_expired_isAMiss() {
    Cache<String, String> cache =
        counted(
            strings()
                .setExpiryPolicyFactory(
                    CreatedExpiryPolicy.factoryOf(new javax.cache.expiry.Duration(SECONDS, 60))));
    cache.put("k", "v");
    cache.get("k");
    advance(Duration.ofSeconds(70));

    assertThat(cache.get("k")).isNull();
    assertGets(cache, 1, 1);
    cache.getAll(keys("k"));
    assertGets(cache, 1, 2);
    assertPutsAndRemovals(cache, 1, 0);
  }

  @Test
  void containsKey_countsNothing() {
    Cache<String, String> cache = counted(strings());
    cache.put("k", "v");

    assertThat(cache.containsKey("k")).isTrue();
    assertThat(cache.containsKey("missing")).isFalse();

    assertGets(cache, 0, 0);
  }

  @Test
  void puts_countWhatWasPut() {
    Cache<String, String> cache = counted(strings());

    cache.put("a", "1");
    cache.getAndPut("a", "2");
    cache.putAll(entries("a", "3", "b", "3", "c", "3"));
    cache.putIfAbsent("d", "4");
    assertPutsAndRemovals(cache, 6, 0);
    cache.replace("a", "5");
    cache.replace("a", "5", "6");
    cache.getAndReplace("a", "7");
    Processors.set(cache, "a", "8");
    assertPutsAndRemovals(cache, 10, 0);
  }

  @Test
  void puts_thatPutNothing_areNotCounted() {
    Cache<String, String> cache = counted(strings());
    cache.put("k", "v");

    cache.putIfAbsent("k", "w");
    cache.replace("missing", "w");
    cache.replace("missing", "v", "w");
    cache.replace("k", "wrong", "w");
    cache.getAndReplace("missing", "w");
    cache.putAll(entries());

    assertPutsAndRemovals(cache, 1, 0);
  }

  @Test
  void removals_countWhatWasRemoved() {
    Cache<String, String> cache = counted(strings());
    cache.putAll(entries("a", "1", "b", "1", "c", "1", "d", "1", "e", "1", "f", "1"));
    cache.putAll(entries("g", "1", "h", "1", "i", "1"));

    cache.remove("a");
    cache.remove("b", "1");
    cache.getAndRemove("c");
    Processors.remove(cache, "d");
    assertPutsAndRemovals(cache, 9, 4);
    cache.removeAll(keys("e", "f", "missing"));
    assertPutsAndRemovals(cache, 9, 6);
    Iterator<Cache.Entry<String, String>> entries = cache.iterator();
    entries.next();
    entries.remove();
    assertPutsAndRemovals(cache, 9, 7);
    cache.removeAll();
    assertPutsAndRemovals(cache, 9, 9);
  }

  @Test
  void removals_thatRemoveNothing_areNotCounted() {
    Cache<String, String> cache = counted(strings());
    cache.put("k", "v");

    cache.remove("missing");
    cache.remove("missing", "v");
    cache.remove("k", "wrong");
    cache.getAndRemove("missing");
    cache.removeAll(keys("missing"));
    Processors.remove(cache, "missing");
    cache.clear();
    cache.removeAll();

    assertPutsAndRemovals(cache, 1, 0);
  }

  private Cache<String, String> counted(MutableConfiguration<String, String> configuration) {
    return create(configuration.setStatisticsEnabled(true));
  }

  private static void assertGets(Cache<String, String> cache, long hits, long misses) {
    CacheStatisticsMXBean statistics = CacheBeans.statistics(cache);
    assertThat(statistics.getCacheHits()).as("hits").isEqualTo(hits);
    assertThat(statistics.getCacheMisses()).as("misses").isEqualTo(misses);
    assertThat(statistics.getCacheGets()).as("gets").isEqualTo(hits + misses);
  }

  private static void assertPutsAndRemovals(Cache<String, String> cache, long puts, long removals) {
    CacheStatisticsMXBean statistics = CacheBeans.statistics(cache);
    assertThat(statistics.getCachePuts()).as("puts").isEqualTo(puts);
    assertThat(statistics.getCacheRemovals()).as("removals").isEqualTo(removals);
  }
}
