package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.cache.Cache;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.proxy.FaultyProxy;
import org.cairncache.testkit.proxy.Framing;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A write that replicas must have before it is done. */
final class WaitReplicasTest {
  private static final int CALLERS = 32;

  private final RedisServer primary = RedisServer.start();
  private final RedisServer replica = RedisServer.start();
  private final FaultyProxy proxy = FaultyProxy.to(primary.host(), primary.port(), Framing.resp());
  private final OwnManager manager =
      new OwnManager(URI.create("redis://" + proxy.host() + ":" + proxy.port()))
          .with("cairn.wait-replicas", "1")
          .with("cairn.wait-timeout", "1 s")
          .with("cairn.command-timeout", "5 s");

  @AfterEach
  void close() {
    manager.close();
    proxy.close();
    replica.close();
    primary.close();
  }

  private void follow() {
    replica.command("REPLICAOF", primary.host(), Integer.toString(primary.port()));
    await()
        .until(
            () -> replica.command("INFO", "replication").text().contains("master_link_status:up"));
  }

  @Test
  void put_replicaFollows_isOnTheReplicaWhenItReturns() {
    follow();
    Cache<String, String> cache = manager.cache("c");
    for (int i = 0; i < 100; i++) {
      cache.put("k" + i, "v");
      assertThat(replica.command("EXISTS", "cairn:c:k" + i).number()).isOne();
    }
    cache.putAll(Map.of("a", "1", "b", "2"));
    assertThat(replica.command("EXISTS", "cairn:c:a", "cairn:c:b").number()).isEqualTo(2);
    assertThat(cache.remove("a")).isTrue();
    assertThat(cache.remove("a")).isFalse();
    assertThat(replica.command("EXISTS", "cairn:c:a").number()).isZero();
  }

  @Test
  void put_noReplica_throwsThoughThePrimaryHasIt() {
    follow();
    Cache<String, String> cache = manager.cache("c");
    replica.kill();

    assertThatThrownBy(() -> cache.put("k", "v"))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("only 0 of 1 replicas");
    assertThat(cache.get("k")).isEqualTo("v");
  }

  @Test
  void put_noReplicaAndManyAtOnce_eachIsToldAndReadsGoOn() throws Exception {
    follow();
    Cache<String, String> cache = manager.cache("c");
    cache.put("k", "v");
    replica.kill();

    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Future<Throwable>> failures = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        String key = "k" + i;
        failures.add(callers.submit(() -> catchThrowable(() -> cache.put(key, "v"))));
      }
      assertThat(cache.get("k")).isEqualTo("v");
      for (Future<Throwable> failure : failures) {
        assertThat(failure.get())
            .isInstanceOf(OutcomeUnknownException.class)
            .hasMessageContaining("only 0 of 1 replicas");
      }
      assertThat(cache.get("k0")).isEqualTo("v");
    } finally {
      callers.shutdown();
    }
  }

  @Test
  void put_answerOfTheReplicaIsLost_isUnknown() {
    follow();
    Cache<String, String> cache = manager.cache("c");
    proxy.dropReplies("WAIT"::equals);

    assertThatThrownBy(() -> cache.put("k", "v"))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("nobody knows");

    proxy.keepReplies();
    cache.put("k", "w"); // over the next connection
  }

  @Test
  void putIfAbsent_somethingIsThere_needsNoReplica() {
    follow();
    Cache<String, String> cache = manager.cache("c");
    cache.put("k", "v");
    replica.kill();

    assertThat(cache.putIfAbsent("k", "w")).isFalse();
    assertThat(cache.remove("absent")).isFalse();
  }

  @Test
  void putIfAbsent_scriptForgottenByThePrimary_isOnTheReplicaWhenItReturns() {
    follow();
    Cache<String, String> cache = manager.cache("c");
    for (int i = 0; i < 10; i++) {
      primary.command("SCRIPT", "FLUSH");
      assertThat(cache.putIfAbsent("k" + i, "v")).isTrue();
      assertThat(replica.command("EXISTS", "cairn:c:k" + i).number()).isOne();
    }
  }
}
