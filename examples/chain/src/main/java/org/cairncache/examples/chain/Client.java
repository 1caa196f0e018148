package org.cairncache.examples.chain;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.cairncache.spi.Tier;

/**
 * What one process has: a manager of its own with a connection and a memory of its own, and two
 * caches. For one thread.
 */
final class Client implements AutoCloseable {
  static final Duration MEMORY_TTL = Duration.ofSeconds(1);
  static final Duration RATES_TTL = Duration.ofSeconds(2);

  private static final Duration FILE_TTL = Duration.ofHours(1);
  private static final int MOST = 10_000;

  private final CacheManager manager;
  private final Prices prices;
  private final Prices rates;

  private Client(CacheManager manager, Prices prices, Prices rates) {
    this.manager = manager;
    this.prices = prices;
    this.rates = rates;
  }

  /**
   * Opens one.
   *
   * @param directory of its host, for the level of files
   */
  static Client open(String name, Path directory, URI redis) {
    CacheManager manager =
        Caching.getCachingProvider().getCacheManager(URI.create("memory:" + name), null);
    Tier memory = Tier.of(URI.create("memory:near")).ttl(MEMORY_TTL).maximumSize(MOST);
    Tier files = Tier.of(directory.toUri()).ttl(FILE_TTL);
    Tier last = Tier.of(redis);
    return new Client(
        manager,
        Prices.open(manager, "prices", List.of(Level.values()), memory, files, last),
        Prices.open(
            manager, "rates", List.of(Level.MEMORY, Level.REDIS), memory.ttl(RATES_TTL), last));
  }

  /** On memory over files over Redis. */
  Prices prices() {
    return prices;
  }

  /** On memory over Redis. */
  Prices rates() {
    return rates;
  }

  @Override
  public void close() {
    manager.close();
  }
}
