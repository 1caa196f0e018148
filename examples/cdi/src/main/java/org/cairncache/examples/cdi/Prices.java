package org.cairncache.examples.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;

/** What a tea costs, in cents: nothing but the annotations of JSR-107. Thread-safe. */
@ApplicationScoped
@CacheDefaults(cacheName = "prices")
public class Prices {
  private final Map<String, Integer> book =
      new ConcurrentHashMap<>(Map.of("assam", 450, "sencha", 520));

  @Inject private Warehouse warehouse;

  /** Looks it up, which takes its time. */
  @CacheResult
  public Integer of(String tea) {
    warehouse.walk();
    return book.getOrDefault(tea, 0);
  }

  /** Changes it; who asks then gets the new one at once. */
  @CachePut
  public void change(@CacheKey String tea, @CacheValue int price) {
    book.put(tea, price);
  }

  /** Makes the next one who asks look it up. */
  @CacheRemove
  public void doubt(String tea) {}
}
