package org.cairncache.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import javax.cache.Cache;
import javax.cache.spi.CachingProvider;
import org.cairncache.CairnCachingProvider;
import org.cairncache.testkit.contract.StoreContract;
import org.cairncache.testkit.contract.StoreUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The S3 store keeps the contract on S3Mock, where it deletes on a condition. */
@LeaveOut(
    value = "Concurrency",
    unlessNightly = {"Iteration", "Outages"})
final class S3MockStoreContractTest extends StoreContract {
  private static ServerPlace place;

  @BeforeAll
  static void open() {
    place = new ServerPlace(new S3Mock());
  }

  @Override
  protected StoreUnderTest store() {
    return place.store();
  }

  @Test
  void remove_leavesNothing() {
    try (CachingProvider provider = new CairnCachingProvider()) {
      Cache<String, String> cache = place.cache(provider, "removal");
      cache.put("k", "v");
      assertThat(cache.remove("k")).isTrue();
      assertThat(cache.remove("k")).isFalse();
      assertThat(cache.containsKey("k")).isFalse();
      assertThat(place.size("removal", "k")).isNull();
      assertThat(cache.putIfAbsent("k", "w")).isTrue();
      assertThat(cache.get("k")).isEqualTo("w");
      cache.clear();
      assertThat(place.size("removal", "k")).isNull();
    }
  }

  @AfterAll
  static void close() {
    place.close();
  }
}
