package org.cairncache.redis;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.cluster.SlotHash;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.cache.Cache;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.redis.RedisCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A slot that is moved to another primary of a Cluster while a cache uses it loses nothing. */
final class MovingSlotTest {
  private static final int MOVES = Boolean.getBoolean("nightly") ? 40 : 4;
  private static final int THREADS = 3;
  private static final RedisKeys NAMES = new RedisKeys("test", "c");

  /** Keys that lie in one slot. */
  private static final List<String> KEYS =
      IntStream.range(0, Integer.MAX_VALUE)
          .mapToObj(Integer::toString)
          .filter(key -> slot(key) == slot("0"))
          .limit(4)
          .toList();

  private final RedisCluster cluster = RedisCluster.shared();
  private final OwnManager manager =
      new OwnManager(URI.create(cluster.uri() + "?prefix=test"))
          .with("cairn.command-timeout", "5 s");

  private static int slot(String key) {
    return SlotHash.getSlot(NAMES.of(key));
  }

  @BeforeEach
  void flush() {
    cluster.flushAll();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1})
  void invoke_whileTheSlotMoves_countsEachOnce(long waitReplicas) throws Exception {
    Cache<String, String> cache =
        manager
            .with("cairn.wait-replicas", waitReplicas)
            .with("cairn.wait-timeout", "5 s")
            .cache("c");
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService others = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Map<String, Integer>>> counts = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        counts.add(others.submit(() -> countUp(cache, stop)));
      }
      for (int i = 0; i < MOVES; i++) {
        MovingSlot.begin(cluster, NAMES.of("0")).finish();
      }
      stop.set(true);
      Map<String, Integer> expected = new HashMap<>();
      for (Future<Map<String, Integer>> each : counts) {
        each.get().forEach((key, count) -> expected.merge(key, count, Integer::sum));
      }
      assertThat(expected).containsOnlyKeys(KEYS);
      assertThat(cache.getAll(Set.copyOf(KEYS)))
          .isEqualTo(
              expected.entrySet().stream()
                  .collect(toMap(Map.Entry::getKey, each -> each.getValue().toString())));
    } finally {
      stop.set(true);
      others.shutdown();
    }
  }

  private static Map<String, Integer> countUp(Cache<String, String> cache, AtomicBoolean stop) {
    Map<String, Integer> counted = new HashMap<>();
    do {
      for (String key : KEYS) {
        cache.invoke(
            key,
            (entry, arguments) -> {
              int count = entry.exists() ? Integer.parseInt(entry.getValue()) : 0;
              entry.setValue(Integer.toString(count + 1));
              return null;
            });
        counted.merge(key, 1, Integer::sum);
      }
    } while (!stop.get());
    return counted;
  }

  @Test
  void operations_onASlotThatLiesInTwoPlaces_findEveryEntry() {
    Cache<String, String> cache = manager.cache("c");
    Map<String, String> all =
        KEYS.stream().collect(toMap(Function.identity(), Function.identity()));
    cache.putAll(all);
    MovingSlot moving = MovingSlot.begin(cluster, NAMES.of("0"));
    try {
      assertThat(moving.carry(2)).isEqualTo(2);
      KEYS.forEach(key -> assertThat(cache.get(key)).isEqualTo(key));
      assertThat(cache.getAll(all.keySet())).isEqualTo(all);
      KEYS.forEach(key -> assertThat(cache.replace(key, key, "new")).isTrue());
      cache.putAll(all);
      Map<String, String> iterated = new HashMap<>();
      cache.forEach(entry -> iterated.put(entry.getKey(), entry.getValue()));
      assertThat(iterated).isEqualTo(all);
      cache.clear();
      assertThat(cache.getAll(all.keySet())).isEmpty();
      assertThat(cache.iterator()).isExhausted();
    } finally {
      moving.finish();
    }
  }
}
