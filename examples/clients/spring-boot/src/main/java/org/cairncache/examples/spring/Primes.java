package org.cairncache.examples.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.CachePut;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Service;

/** Finds primes the slow way, with Spring's annotations in front. Thread-safe. */
@Service
class Primes {
  private final AtomicInteger computed = new AtomicInteger();

  /**
   * The prime of this rank, 2 being the first. However many threads ask at once, one computes.
   *
   * @throws IllegalArgumentException if the rank is not positive
   */
  @Cacheable(cacheNames = "primes", sync = true)
  public long prime(int rank) {
    computed.incrementAndGet();
    if (rank < 1) {
      throw new IllegalArgumentException("A rank is positive, and this is not: " + rank);
    }
    long candidate = 1;
    for (int found = 0; found < rank; ) {
      candidate++;
      if (isPrime(candidate)) {
        found++;
      }
    }
    return candidate;
  }

  /** The prime factors, in order; threads that ask at once may all compute. */
  @Cacheable("factors")
  public List<Long> factors(long number) {
    computed.incrementAndGet();
    List<Long> factors = new ArrayList<>();
    long rest = number;
    for (long divisor = 2; rest > 1; ) {
      if (rest % divisor == 0) {
        factors.add(divisor);
        rest /= divisor;
      } else {
        divisor++;
      }
    }
    return factors;
  }

  /** The first prime from one number up to another, or null, which is cached as well. */
  @Cacheable("factors")
  public @Nullable Long primeBetween(long from, long to) {
    computed.incrementAndGet();
    for (long candidate = from; candidate <= to; candidate++) {
      if (isPrime(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  /** Computes the prime in any case, and puts it. */
  @CachePut("primes")
  public long refresh(int rank) {
    return prime(rank);
  }

  /** Takes one prime out of the cache. */
  @CacheEvict("primes")
  public void forget(int rank) {}

  /** Empties the caches. */
  @CacheEvict(
      cacheNames = {"primes", "factors", "sums"},
      allEntries = true)
  public void forgetAll() {}

  /** How many times a method of this object had to compute. */
  public int computed() {
    return computed.get();
  }

  private static boolean isPrime(long number) {
    for (long divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return number > 1;
  }
}
