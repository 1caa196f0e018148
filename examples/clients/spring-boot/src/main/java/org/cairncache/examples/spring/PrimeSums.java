package org.cairncache.examples.spring;

import org.springframework.cache.annotation.Cacheable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** A synchronous cached method that calls others, of another cache and of its own. Thread-safe. */
@Service
class PrimeSums {
  private final Primes primes;
  private final PrimeSums self;

  /**
   * On top of these primes.
   *
   * @param self this object as others see it, with the cache in front
   */
  PrimeSums(Primes primes, @Lazy PrimeSums self) {
    this.primes = primes;
    this.self = self;
  }

  /** The sum of the first so many primes. */
  @Cacheable(cacheNames = "sums", sync = true)
  public long sum(int count) {
    return count == 0 ? 0 : primes.prime(count) + self.sum(count - 1);
  }
}
