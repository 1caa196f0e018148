package org.cairncache.redis;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.cluster.SlotHash;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.cache.Cache;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operation of a cache sends to which node of a Cluster, counted on the wire. */
final class ClusterCommandsTest {
  private static final Map<String, String> MANY =
      IntStream.range(0, 60)
          .mapToObj(Integer::toString)
          .collect(toMap(Function.identity(), Function.identity()));

  private final ProxiedCluster cluster = new ProxiedCluster();
  private final OwnManager manager =
      new OwnManager(cluster.uri())
          .with("cairn.client", cluster.client())
          .with("cairn.command-timeout", "5 s");
  private final RedisKeys names = new RedisKeys("test", "c");
  private final Map<String, RedisServer> primaries = new HashMap<>();

  @AfterEach
  void close() {
    manager.close();
    cluster.close();
  }

  @Test
  void getAll_sendsOneMgetForEachSlotToItsPrimary() {
    Cache<String, String> cache = manager.cache("c");
    cache.putAll(MANY);
    Set<Integer> slots = new HashSet<>();
    Map<RedisServer, Long> expected =
        MANY.keySet().stream()
            .filter(key -> slots.add(SlotHash.getSlot(names.of(key))))
            .collect(groupingBy(this::primaryOf, counting()));
    cluster.resetCounters();

    assertThat(cache.getAll(MANY.keySet())).isEqualTo(MANY);

    assertThat(expected).hasSize(3);
    assertThat(cluster.sent("MGET")).isEqualTo(expected);
    assertThat(cluster.sent("GET")).isEmpty();
  }

  @Test
  void putAll_sendsEachSetToItsPrimaryBeforeTheFirstAnswer() {
    Cache<String, String> cache = manager.cache("c");
    cache.putAll(MANY); // connects to each
    cluster.resetCounters();
    cluster.stallReplies();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      CompletableFuture<Void> put = CompletableFuture.runAsync(() -> cache.putAll(MANY), other);
      await().until(() -> cluster.sent("SET").equals(byPrimary()));
      assertThat(put).isNotDone();
      cluster.resume();
      put.join();
    } finally {
      other.shutdown();
    }
    assertThat(cluster.sent("SET")).isEqualTo(byPrimary());
  }

  @Test
  void iterator_scansEachPrimaryAndGivesTheKeysOfAll() {
    Cache<String, String> cache = manager.cache("c");
    cache.putAll(MANY);
    cluster.resetCounters();

    Map<String, String> iterated = new HashMap<>();
    cache.forEach(
        entry -> assertThat(iterated.put(entry.getKey(), entry.getValue())).as("twice").isNull());

    assertThat(iterated).isEqualTo(MANY);
    assertThat(cluster.sent("SCAN")).containsOnlyKeys(byPrimary().keySet());
  }

  @Test
  void clear_removesTheEntriesFromEachPrimary() {
    Cache<String, String> cache = manager.cache("c");
    cache.putAll(MANY);
    cluster.resetCounters();

    cache.clear();

    assertThat(byPrimary().keySet()).hasSize(3);
    assertThat(cluster.sent("SCAN")).containsOnlyKeys(byPrimary().keySet());
    assertThat(cluster.sent("UNLINK")).containsOnlyKeys(byPrimary().keySet());
    assertThat(cache.getAll(MANY.keySet())).isEmpty();
  }

  @Test
  void destroy_leavesNoKeyOnAnyNode() {
    manager.cache("c").putAll(MANY);

    manager.destroy("c");

    assertThat(byPrimary().keySet())
        .hasSize(3)
        .allMatch(node -> node.command("DBSIZE").number() == 0);
  }

  private Map<RedisServer, Long> byPrimary() {
    return MANY.keySet().stream().collect(groupingBy(this::primaryOf, counting()));
  }

  private RedisServer primaryOf(String key) {
    return primaries.computeIfAbsent(
        key,
        text -> cluster.cluster().primaryOf(new String(names.of(text), StandardCharsets.UTF_8)));
  }
}
