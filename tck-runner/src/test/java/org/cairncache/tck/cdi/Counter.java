package org.cairncache.tck.cdi;

import javax.cache.annotation.CacheResult;

/** Counts its calls: a cached one does not arrive. Not thread-safe. */
public class Counter {

  private int calls;

  @CacheResult(cacheName = "counter")
  public int cached(String key) {
    return ++calls;
  }

  public int plain(String key) {
    return ++calls;
  }
}
