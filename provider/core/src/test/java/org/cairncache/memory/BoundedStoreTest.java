package org.cairncache.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.StoreObserver;
import org.junit.jupiter.api.Test;

/** What the policy of Caffeine is told of reads. */
class BoundedStoreTest {
  private static final int READS = 10_000;

  // It counts the reads that it is told of, and no others.
  private final Cache<String, Object> cache =
      Caffeine.newBuilder().maximumSize(100).recordStats().build();
  private final Evictions evictions = new Evictions(new StoreObserver() {});
  private final BoundedStore<String, String> store = new BoundedStore<>(cache, evictions);

  @Test
  void getValue_nothingEvictedYet_tellsOneInFour() {
    store.put("k", "v", Lifetime.ETERNAL);
    read();
    assertThat(cache.stats().hitCount()).isBetween(READS / 5L, READS * 3L / 10);
  }

  @Test
  void getValue_somethingWasEvicted_tellsEach() {
    store.put("k", "v", Lifetime.ETERNAL);
    evictions.evicted();
    read();
    assertThat(cache.stats().hitCount()).isEqualTo(READS);
  }

  private void read() {
    for (int i = 0; i < READS; i++) {
      assertThat(store.getValue("k", (key, entry) -> entry.value())).isEqualTo("v");
    }
  }
}
