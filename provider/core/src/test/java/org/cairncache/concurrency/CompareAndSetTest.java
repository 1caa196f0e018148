package org.cairncache.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.cairncache.CairnCache;
import org.cairncache.concurrency.OpenCaches.Deployment;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.Test;

/** What a token is good for when its entry has expired. */
class CompareAndSetTest {
  private static final Duration LIFE = new Duration(TimeUnit.MILLISECONDS, 100);

  private final AtomicLong now = new AtomicLong(1_000);

  @Test
  @SuppressWarnings("unchecked") // the types of the cache
  void compareAndSet_expectedEntryHasExpired_conflicts() {
    try (var caches =
        OpenCaches.open(
            Deployment.MEMORY,
            new MutableConfiguration<String, Integer>()
                .setTypes(String.class, Integer.class)
                .setExpiryPolicyFactory(() -> new CreatedExpiryPolicy(LIFE)),
            () -> Instant.ofEpochMilli(now.get()))) {
      CairnCache<String, Integer> cache = caches.first().unwrap(CairnCache.class);
      cache.put("a", 1);
      Stored<Integer> token = cache.getStored("a");
      now.addAndGet(LIFE.getDurationAmount());
      assertThat(cache.containsKey("a")).isFalse();
      assertThat(cache.compareAndSet("a", token, 2, Lifetime.ETERNAL, Attributes.NONE)).isNull();
      assertThat(cache.containsKey("a")).isFalse();
      assertThat(cache.compareAndSet("a", null, 3, Lifetime.ETERNAL, Attributes.NONE)).isNotNull();
      assertThat(cache.get("a")).isEqualTo(3);
    }
  }
}
