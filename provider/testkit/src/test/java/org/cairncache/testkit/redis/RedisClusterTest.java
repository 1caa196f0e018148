package org.cairncache.testkit.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RedisClusterTest {
  @Test
  void kill_primary_itsReplicaServesTheSlotAndTheOldOneComesBackWhole() {
    List<Long> pids;
    try (RedisCluster cluster = RedisCluster.start()) {
      RedisServer first = cluster.primaryOf("key");
      first.command("SET", "key", "value");
      first.command("WAIT", "1", "1000");
      assertThat(cluster.nodes().stream().filter(node -> node != first))
          .noneMatch(node -> ClusterView.of(node).ownSlots().get(12_539)); // the slot of "key"

      first.kill();
      RedisServer next = cluster.awaitPrimaryOf("key");
      assertThat(next).isNotSameAs(first);
      assertThat(next.command("GET", "key").text()).isEqualTo("value");

      first.restart();
      cluster.awaitHealthy();
      assertThat(first.command("ROLE").items().get(0).text()).isEqualTo("slave");
      cluster.flushAll();
      assertThat(next.command("GET", "key").isNull()).isTrue();
      pids = cluster.nodes().stream().map(RedisServer::pid).toList();
    }
    assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
  }
}
