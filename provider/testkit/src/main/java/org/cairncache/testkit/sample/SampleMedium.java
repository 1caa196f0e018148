package org.cairncache.testkit.sample;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.testkit.contract.Medium;

/**
 * Bytes by cache and key, shared by all stores that are opened on it, as a server would. Can be
 * spoilt and cut off. Thread-safe.
 */
public final class SampleMedium implements Medium {
  private final Map<String, ConcurrentHashMap<Object, byte[]>> caches = new ConcurrentHashMap<>();
  private final AtomicInteger outages = new AtomicInteger();

  /** An empty one. */
  public SampleMedium() {}

  /** The entries of a cache: what goes through here has reached the medium. */
  ConcurrentHashMap<Object, byte[]> reach(String cacheName) throws IOException {
    if (outages.get() > 0) {
      throw new IOException("The medium cannot be reached");
    }
    return entries(cacheName);
  }

  @Override
  public void spoil(String cacheName, String key) {
    entries(cacheName).put(key, new byte[] {0, 1, 2});
  }

  @Override
  public Outage fail() {
    outages.incrementAndGet();
    return outages::decrementAndGet;
  }

  private ConcurrentHashMap<Object, byte[]> entries(String cacheName) {
    return caches.computeIfAbsent(cacheName, name -> new ConcurrentHashMap<>());
  }
}
