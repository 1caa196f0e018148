package org.cairncache.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cairncache.testkit.redis.RedisCluster;
import org.cairncache.testkit.redis.RedisServer;
import org.cairncache.testkit.redis.Reply;

/** A slot on its way from the primary that has it to another, in the steps that operators take. */
final class MovingSlot {
  private final String slot;
  private final RedisCluster cluster;
  private final RedisServer from;
  private final RedisServer to;

  private MovingSlot(RedisCluster cluster, String slot, RedisServer from, RedisServer to) {
    this.cluster = cluster;
    this.slot = slot;
    this.from = from;
    this.to = to;
  }

  /** Begins to move the slot: what it does not hold any more is asked for at the other primary. */
  static MovingSlot begin(RedisCluster cluster, byte[] key) {
    String text = new String(key, StandardCharsets.UTF_8);
    // After a move it takes the nodes a moment to agree.
    RedisServer from = cluster.awaitPrimaryOf(text);
    RedisServer to =
        cluster.nodes().stream()
            .filter(node -> node != from && isPrimary(node))
            .findFirst()
            .orElseThrow();
    String slot = Long.toString(from.command("CLUSTER", "KEYSLOT", text).number());
    to.command("CLUSTER", "SETSLOT", slot, "IMPORTING", id(from));
    from.command("CLUSTER", "SETSLOT", slot, "MIGRATING", id(to));
    return new MovingSlot(cluster, slot, from, to);
  }

  private static boolean isPrimary(RedisServer node) {
    return node.command("ROLE").items().get(0).text().equals("master");
  }

  private static String id(RedisServer node) {
    return node.command("CLUSTER", "MYID").text();
  }

  /** Where it comes from. */
  RedisServer from() {
    return from;
  }

  /** Where it goes. */
  RedisServer to() {
    return to;
  }

  /** Carries some keys over, and tells how many are left. */
  int carry(int most) {
    List<Reply> keys = keys(most);
    if (!keys.isEmpty()) {
      List<byte[]> words = new ArrayList<>();
      for (String word :
          List.of("MIGRATE", to.host(), Integer.toString(to.port()), "", "0", "5000", "KEYS")) {
        words.add(word.getBytes(StandardCharsets.US_ASCII));
      }
      keys.forEach(key -> words.add(key.bytes()));
      from.command(words.toArray(byte[][]::new));
    }
    return keys(1_000).size();
  }

  private List<Reply> keys(int most) {
    return from.command("CLUSTER", "GETKEYSINSLOT", slot, Integer.toString(most)).items();
  }

  /** Carries over what is left and gives the slot to the other primary. */
  void finish() {
    // What is created meanwhile is created there.
    while (carry(100) > 0) {
      Thread.onSpinWait();
    }
    String owner = id(to);
    to.command("CLUSTER", "SETSLOT", slot, "NODE", owner);
    from.command("CLUSTER", "SETSLOT", slot, "NODE", owner);
    cluster.nodes().stream()
        .filter(node -> node != to && node != from && isPrimary(node))
        .forEach(node -> node.command("CLUSTER", "SETSLOT", slot, "NODE", owner));
  }
}
