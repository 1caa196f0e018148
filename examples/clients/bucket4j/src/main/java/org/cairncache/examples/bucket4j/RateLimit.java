package org.cairncache.examples.bucket4j;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.grid.jcache.Bucket4jJCache;
import java.time.Duration;
import javax.cache.Cache;

/**
 * At most so many calls per client and hour. Each client's bucket is an entry of the cache, so
 * everybody who uses the same cache shares the limit. Thread-safe.
 */
public final class RateLimit {
  private final ProxyManager<String> buckets;
  private final BucketConfiguration limit;

  /**
   * A limit kept in this cache.
   *
   * @param callsPerHour how many at most, at least 1; one bucketful of them may come at once
   */
  public RateLimit(Cache<String, byte[]> cache, long callsPerHour) {
    this.buckets = Bucket4jJCache.entryProcessorBasedBuilder(cache).build();
    this.limit =
        BucketConfiguration.builder()
            .addLimit(
                bandwidth ->
                    bandwidth
                        .capacity(callsPerHour)
                        .refillIntervally(callsPerHour, Duration.ofHours(1)))
            .build();
  }

  /** Whether this client may call once more now; if so, that call is counted. */
  public boolean allows(String client) {
    return bucket(client).tryConsume(1);
  }

  /** How many calls the client has left in this hour. */
  public long left(String client) {
    return bucket(client).getAvailableTokens();
  }

  /** Forgets what the client has used. */
  public void reset(String client) {
    buckets.removeProxy(client);
  }

  private Bucket bucket(String client) {
    return buckets.getProxy(client, () -> limit);
  }
}
