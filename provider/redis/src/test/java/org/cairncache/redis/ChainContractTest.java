package org.cairncache.redis;

import java.net.URI;
import org.cairncache.spi.Tier;
import org.cairncache.testkit.contract.StoreContract;
import org.cairncache.testkit.contract.StoreUnderTest;
import org.junit.jupiter.api.AfterEach;

/** The Redis store under a near level in memory keeps the contract. */
final class ChainContractTest extends StoreContract {
  private final ProxiedRedis redis = new ProxiedRedis();

  @Override
  protected StoreUnderTest store() {
    return RedisStoreContractTest.of(redis).under(Tier.of(URI.create("memory:near")));
  }

  @AfterEach
  void close() {
    redis.close();
  }
}
