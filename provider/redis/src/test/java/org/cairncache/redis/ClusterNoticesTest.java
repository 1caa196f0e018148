package org.cairncache.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.testkit.redis.RedisCluster;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices from all primaries of a Cluster, whoever they are. */
final class ClusterNoticesTest {
  private static final RedisKeys NAMES = new RedisKeys("notices", "c");

  private static RedisCluster cluster;

  private final RedisProcess mine = process();
  private final RedisProcess other = process();
  private final Heard heard = new Heard();

  private Store<String, String> theirs;

  @BeforeAll
  static void start() {
    cluster = RedisCluster.start();
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  private static RedisProcess process() {
    return new RedisProcess(URI.create(cluster.uri() + "?prefix=notices"))
        .with(RedisSettings.COMMAND_TIMEOUT, Duration.ofSeconds(5))
        .with(RedisSettings.CIRCUIT_FAILURES, 1_000L);
  }

  @BeforeEach
  void flush() {
    cluster.awaitHealthy();
    cluster.flushAll();
    theirs = other.open();
  }

  @AfterEach
  void close() {
    mine.close();
    other.close();
  }

  private static String name(String key) {
    return new String(NAMES.of(key), UTF_8);
  }

  /** A key for each primary, which begins so. */
  private static List<String> keyOfEach(String beginning) {
    Map<RedisServer, String> keys = new TreeMap<>((a, b) -> Integer.compare(a.port(), b.port()));
    IntStream.range(0, 100)
        .mapToObj(i -> beginning + i)
        .forEach(key -> keys.putIfAbsent(cluster.primaryOf(name(key)), key));
    assertThat(keys).hasSize(3);
    return List.copyOf(keys.values());
  }

  private void put(String key) {
    theirs.put(key, "v", Lifetime.ETERNAL);
  }

  /** What was told before something else on each primary. */
  private List<String> heardUntilTheEnd() {
    List<String> ends = keyOfEach(Heard.END);
    ends.forEach(this::put);
    ends.forEach(heard::await);
    return heard.told().stream().filter(key -> !ends.contains(key)).toList();
  }

  @Test
  void change_onAnyPrimary_isToldThoughNothingWasSentToItBefore() {
    mine.open().onInvalidation(heard);
    List<String> keys = keyOfEach("k");
    keys.forEach(this::put);
    assertThat(heardUntilTheEnd()).containsExactlyInAnyOrderElementsOf(keys);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1})
  void change_ofOurs_isNotTold(long waitReplicas) {
    Store<String, String> store =
        mine.with(RedisSettings.WAIT_REPLICAS, waitReplicas)
            .with(RedisSettings.WAIT_TIMEOUT, Duration.ofSeconds(5))
            .open();
    store.onInvalidation(heard);
    for (String key : keyOfEach("k")) {
      store.put(key, "v", Lifetime.ETERNAL);
      store.putAll(Map.of(key, "v"), Lifetime.ETERNAL);
      store.remove(key);
    }
    assertThat(heardUntilTheEnd()).isEmpty();
  }

  @Test
  void everything_flushedOnOnePrimary_isTold() {
    mine.open().onInvalidation(heard);
    cluster.primaryOf(name("k")).flushAll();
    assertThat(heardUntilTheEnd()).containsExactly(Heard.ALL);
  }

  @Test
  void connection_toOnePrimaryKilled_tellsAllAndThenHearsAgain() {
    mine.open().onInvalidation(heard);
    cluster.primaryOf(name("k")).command("CLIENT", "KILL", "TYPE", "normal");
    heard.await(Heard.ALL);
    heard.forget();
    List<String> keys = keyOfEach("k");
    keys.forEach(
        key -> await().ignoreExceptions().until(() -> theirs.get(key) == null)); // connected again
    keys.forEach(this::put);
    assertThat(heardUntilTheEnd()).containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void slot_moved_isHeardOfWhereItIsNow() {
    Store<String, String> store = mine.open();
    store.onInvalidation(heard);
    store.put("k", "v", Lifetime.ETERNAL);
    MovingSlot.begin(cluster, NAMES.of("k")).finish();
    heard.awaitHearing("k", () -> put("k"));
    cluster.awaitHealthy();
    heardUntilTheEnd();
    heard.forget();
    put("k");
    assertThat(heardUntilTheEnd()).containsExactly("k");
  }

  @Test
  void primary_dies_tellsAllAndThenHearsFromTheNext() {
    mine.open().onInvalidation(heard);
    String key = keyOfEach("k").get(1);
    RedisServer old = cluster.primaryOf(name(key));
    old.kill();
    cluster.awaitPrimaryOf(name(key));

    heard.await(Heard.ALL);
    heard.awaitHearing(key, () -> put(key));
    old.restart();
  }

  @Test
  void primary_thatBecameAReplica_isNotListenedToAnyMore() {
    Store<String, String> store = mine.open();
    store.onInvalidation(heard);
    RedisServer old = cluster.primaryOf(name("k"));
    String id = old.command("CLUSTER", "MYID").text();
    RedisServer next =
        cluster.nodes().stream()
            .filter(node -> node.command("CLUSTER", "NODES").text().lines().anyMatch(followed(id)))
            .findFirst()
            .orElseThrow();
    next.command("CLUSTER", "FAILOVER");
    await().atMost(Duration.ofSeconds(20)).until(() -> cluster.primaryOf(name("k")) == next);
    cluster.awaitHealthy();
    store.get("k"); // by which it learns who is primary now, and not only when it next asks
    heard.await(Heard.ALL);
    await("the former primary is not asked for notices any more")
        .atMost(Duration.ofSeconds(20))
        .until(() -> TrackingClients.of(old) == 0);

    heard.forget();
    store.put("k", "v", Lifetime.ETERNAL);
    put("k");
    assertThat(heardUntilTheEnd()).containsExactly("k");
  }

  private static Predicate<String> followed(String id) {
    return line -> line.contains("myself,slave " + id);
  }
}
