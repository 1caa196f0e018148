package org.cairncache.testkit.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RedisSentinelsTest {
  @Test
  void kill_primary_theReplicaIsPromotedAndTheOldOneFollowsIt() {
    try (RedisSentinels sentinels = RedisSentinels.start()) {
      RedisServer first = sentinels.primary();
      first.command("SET", "key", "value");
      first.command("WAIT", "1", "1000");

      first.kill();
      RedisServer next = sentinels.awaitPromotion(first);
      assertThat(next.command("GET", "key").text()).isEqualTo("value");

      sentinels.restartAsReplica(first);
      assertThat(first.command("GET", "key").text()).isEqualTo("value");
      sentinels.awaitHealthy();
    }
  }
}
