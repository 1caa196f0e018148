package org.cairncache.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.assertj.core.data.Percentage;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.testkit.redis.Redis;
import org.junit.jupiter.api.Test;

/** What an entry takes in Redis is what the page says, give or take what allocators differ. */
class EntryBytesTest {
  /** What Java serialization adds to a text of letters. */
  private static final int JAVA = 7;

  @Test
  void entry_takesWhatIsReckonedWith() {
    Redis redis = Redis.shared();
    String inRedis = "scaling:bytes:0123456789abcdef";
    assertThat(inRedis).hasSize(EntryBytes.KEY);
    try (CairnCachingProvider provider = new CairnCachingProvider()) {
      var cache =
          provider
              .getCacheManager(URI.create(redis.uri() + "?prefix=scaling"), null)
              .createCache("bytes", CairnConfiguration.builder(String.class, String.class).build());
      EntryBytes.MEASURED.forEach(
          (value, bytes) -> {
            cache.put("0123456789abcdef", "x".repeat(value - JAVA));
            long size = redis.command("STRLEN", inRedis).number();
            long taken = redis.command("MEMORY", "USAGE", inRedis).number();
            assertThat(size)
                .as("bytes of the entry of %d", value)
                .isEqualTo(EntryBytes.ENVELOPE + value + "0123456789abcdef".length());
            assertThat((double) taken)
                .as("MEMORY USAGE of %d", value)
                .isCloseTo(bytes, Percentage.withPercentage(12));
          });
    }
  }
}
