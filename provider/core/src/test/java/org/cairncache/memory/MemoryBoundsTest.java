package org.cairncache.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Stored;
import org.cairncache.spi.TestContext;
import org.cairncache.spi.Weigher;
import org.junit.jupiter.api.Test;

class MemoryBoundsTest {
  private final AtomicInteger evicted = new AtomicInteger();
  private final StoreObserver observer =
      new StoreObserver() {
        @Override
        public void evicted(int entries) {
          evicted.addAndGet(entries);
        }
      };

  @Test
  void maximumSize_keepsThatManyAndCountsWhatWent() {
    Store<String, Integer> store = open(Settings.NONE.with(Settings.MAXIMUM_SIZE, 10L));

    putMany(store, 50);

    await().untilAsserted(() -> assertThat(evicted).hasValue(40));
    assertThat(size(store)).isEqualTo(10);
  }

  @Test
  void maximumSize_zero_keepsNothing() {
    Store<String, Integer> store = open(Settings.NONE.with(Settings.MAXIMUM_SIZE, 0L));

    store.put("k", 1, Lifetime.ETERNAL);

    await().untilAsserted(() -> assertThat(evicted).hasValue(1));
    assertThat(store.get("k")).isNull();
  }

  @Test
  void removeReplaceAndClear_areNoEvictions() {
    Store<String, Integer> store = open(Settings.NONE.with(Settings.MAXIMUM_SIZE, 10L));
    putMany(store, 5);

    Stored<Integer> stored = store.put("key-1", 100, Lifetime.ETERNAL);
    store.remove("key-1", stored);
    store.remove("key-2");
    store.clear();
    // What would have been noted meanwhile is noted before these.
    putMany(store, 30);

    await().untilAsserted(() -> assertThat(evicted).hasValue(20));
  }

  @Test
  void maximumWeight_isWhatTheWeigherSays() {
    Weigher<String, Integer> weigher = (key, value) -> value;
    Store<String, Integer> store = open(weighing(100, weigher));

    store.put("heaviest", 101, Lifetime.ETERNAL);
    await().untilAsserted(() -> assertThat(evicted).hasValue(1));
    assertThat(store.get("heaviest")).isNull();

    for (int i = 0; i < 10; i++) {
      store.put("key-" + i, 30, Lifetime.ETERNAL);
    }
    await().untilAsserted(() -> assertThat(evicted).hasValue(8));
    assertThat(size(store)).isEqualTo(3);
  }

  @Test
  void weigher_isAskedOncePerWriteWithKeyAndValue() {
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    Weigher<String, Integer> weigher =
        (key, value) -> {
          asked.add(key + "=" + value);
          return 1;
        };
    Store<String, Integer> store = open(weighing(100, weigher));

    Stored<Integer> stored = store.put("k", 7, Lifetime.until(5));
    store.touch("k", stored, 10);
    store.get("k");

    assertThat(asked).containsExactly("k=7");
  }

  @Test
  void getLatest_isNoUse_untilTheAccessIsTold() {
    Cache<String, Object> cache =
        Caffeine.newBuilder().maximumSize(3).executor(Runnable::run).build();
    Store<String, Integer> store = new BoundedStore<>(cache);
    putMany(store, 3);
    List<String> before = coldestFirst(cache);
    String coldest = before.get(0);

    assertThat(store.getLatest(coldest)).isNotNull();
    assertThat(store.getLatestValue(coldest, (key, entry) -> entry.value())).isNotNull();
    assertThat(coldestFirst(cache)).isEqualTo(before);

    store.accessed(coldest);
    assertThat(coldestFirst(cache)).endsWith(coldest);
  }

  private static List<String> coldestFirst(Cache<String, Object> cache) {
    cache.cleanUp();
    return List.copyOf(cache.policy().eviction().orElseThrow().coldest(3).keySet());
  }

  @Test
  void open_bothSizeAndWeight_isRefused() {
    Settings settings = weighing(5, (key, value) -> 1).with(Settings.MAXIMUM_SIZE, 5L);

    assertThatThrownBy(() -> open(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"test\"")
        .hasMessageContaining("maximum-size")
        .hasMessageContaining("maximum-weight");
  }

  @Test
  void open_weightWithoutWeigherOrWeigherWithoutWeight_isRefused() {
    Weigher<String, Integer> weigher = (key, value) -> 1;
    for (Settings settings :
        new Settings[] {
          Settings.NONE.with(Settings.MAXIMUM_WEIGHT, 5L),
          Settings.NONE.with(Settings.WEIGHER, weigher)
        }) {
      assertThatThrownBy(() -> open(settings))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\"test\"")
          .hasMessageContaining("maximum-weight")
          .hasMessageContaining("weigher");
    }
  }

  @Test
  void open_negativeSize_isRefusedByName() {
    assertThatThrownBy(() -> open(Settings.NONE.with(Settings.MAXIMUM_SIZE, -1L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maximum-size")
        .hasMessageContaining("-1");
  }

  @Test
  void open_negativeWeight_isRefusedByName() {
    assertThatThrownBy(() -> open(weighing(-7, (key, value) -> 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maximum-weight")
        .hasMessageContaining("-7");
  }

  @Test
  void factory_declaresEverySettingThatItReads() {
    assertThat(new MemoryStoreFactory().settings())
        .containsExactlyInAnyOrder(
            Settings.MAXIMUM_SIZE, Settings.MAXIMUM_WEIGHT, Settings.WEIGHER);
  }

  private Store<String, Integer> open(Settings settings) {
    return new MemoryStoreFactory().open(new TestContext<>(settings, observer));
  }

  private static Settings weighing(long maximum, Weigher<String, Integer> weigher) {
    return Settings.NONE.with(Settings.MAXIMUM_WEIGHT, maximum).with(Settings.WEIGHER, weigher);
  }

  private static void putMany(Store<String, Integer> store, int count) {
    for (int i = 0; i < count; i++) {
      store.put("key-" + i, i, Lifetime.ETERNAL);
    }
  }

  private static long size(Store<?, ?> store) {
    try (Stream<?> keys = store.keys()) {
      return keys.count();
    }
  }
}
