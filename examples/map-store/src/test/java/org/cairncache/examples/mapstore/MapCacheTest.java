package org.cairncache.examples.mapstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.Test;

class MapCacheTest {
  @Test
  void map_asUri_opensCachesOnTheStore() {
    try (CachingProvider provider = Caching.getCachingProvider();
        CacheManager manager = provider.getCacheManager(URI.create("map:any"), null)) {
      Cache<String, Integer> stock =
          manager.createCache(
              "stock",
              new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class));
      stock.put("tea", 3);
      stock.invoke(
          "tea",
          (entry, arguments) -> {
            entry.setValue(entry.getValue() - 1);
            return null;
          });
      assertThat(stock.get("tea")).isEqualTo(2);
    }
  }
}
