package org.cairncache.containers.plain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.annotation.CacheResult;

/** A bean with a cached method. */
@ApplicationScoped
public class Numbers {
  private final AtomicInteger calls = new AtomicInteger();

  /** The number of this call. */
  @CacheResult(cacheName = "plain")
  public int next(String key) {
    return calls.incrementAndGet();
  }
}
