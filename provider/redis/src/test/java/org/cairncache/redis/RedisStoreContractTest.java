package org.cairncache.redis;

import java.time.Duration;
import org.cairncache.testkit.contract.StoreContract;
import org.cairncache.testkit.contract.StoreUnderTest;
import org.junit.jupiter.api.AfterEach;

/** The Redis store keeps the contract. */
final class RedisStoreContractTest extends StoreContract {
  private final ProxiedRedis redis = new ProxiedRedis();

  @Override
  protected StoreUnderTest store() {
    return of(redis);
  }

  static StoreUnderTest of(ProxiedRedis redis) {
    return StoreUnderTest.encoded(new RedisStoreFactory(), redis.uri(), redis)
        .with(RedisSettings.COMMAND_TIMEOUT, Duration.ofSeconds(1))
        .with(RedisSettings.CIRCUIT_FAILURES, 1_000L);
  }

  @AfterEach
  void close() {
    redis.close();
  }
}
