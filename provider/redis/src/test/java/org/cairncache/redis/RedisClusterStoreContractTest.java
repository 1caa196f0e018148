package org.cairncache.redis;

import java.time.Duration;
import org.cairncache.testkit.contract.StoreContract;
import org.cairncache.testkit.contract.StoreUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The Redis store keeps the contract on a Cluster, all nodes of which may fail. */
@EnabledIfSystemProperty(named = "nightly", matches = "true")
final class RedisClusterStoreContractTest extends StoreContract {
  private final ProxiedCluster cluster = new ProxiedCluster();

  @Override
  protected StoreUnderTest store() {
    return StoreUnderTest.encoded(new RedisStoreFactory(), cluster.uri(), cluster)
        .with(RedisSettings.CLIENT, cluster.client())
        .with(RedisSettings.COMMAND_TIMEOUT, Duration.ofSeconds(1))
        .with(RedisSettings.CIRCUIT_FAILURES, 1_000L);
  }

  @AfterEach
  void close() {
    cluster.close();
  }
}
