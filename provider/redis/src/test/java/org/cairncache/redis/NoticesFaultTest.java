package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.protocol.ProtocolVersion;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.testkit.proxy.Direction;
import org.cairncache.testkit.redis.Redis;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.Test;

/** Notices where connections break, servers go, and Redis refuses to send any. */
final class NoticesFaultTest {
  private static final Duration PATIENT = Duration.ofSeconds(5);

  private final Heard heard = new Heard();

  private static RedisProcess process(URI uri) {
    return new RedisProcess(uri)
        .with(RedisSettings.COMMAND_TIMEOUT, PATIENT)
        .with(RedisSettings.CIRCUIT_FAILURES, 1_000L);
  }

  private static void change(Redis redis, String key) {
    redis.command("SET", "test:c:" + key, "by another");
  }

  @Test
  void connection_cut_tellsAllOnceItHearsAgain() {
    try (ProxiedRedis redis = new ProxiedRedis();
        RedisProcess process = process(redis.uri())) {
      process.open().onInvalidation(heard);
      redis.proxy().refuse(true);
      redis.proxy().resetConnections();
      change(redis.redis(), "missed");
      assertThat(heard.told()).isEmpty();
      redis.proxy().heal();

      heard.await(Heard.ALL);
      change(redis.redis(), "k");
      heard.await("k");
      assertThat(heard.told()).containsExactly(Heard.ALL, "k");
    }
  }

  @Test
  void connection_madeAnew_tellsAllNotBeforeRedisTellsOfChanges() {
    try (ProxiedRedis redis = new ProxiedRedis();
        RedisProcess process = process(redis.uri())) {
      process
          .open()
          .onInvalidation(
              new Store.InvalidationListener<>() {
                @Override
                public void invalidated(String key) {
                  heard.invalidated(key);
                }

                @Override
                public void allInvalidated() {
                  heard.allInvalidated();
                  // Whatever changes after this must be told.
                  var unused = CompletableFuture.runAsync(() -> change(redis.redis(), "k"));
                }
              });
      redis.proxy().delay(Direction.REQUESTS, Duration.ofMillis(100));
      redis.proxy().resetConnections();
      heard.await("k");
      assertThat(heard.told()).containsExactly(Heard.ALL, "k");
    }
  }

  @Test
  void server_killedAndStartedAgain_tellsAllAndThenHearsAgain() {
    try (RedisServer server = RedisServer.start();
        RedisProcess process = process(URI.create(server.uri() + "/0?prefix=test"))) {
      process.open().onInvalidation(heard);
      server.kill();
      server.restart();
      heard.await(Heard.ALL);
      change(server, "k");
      heard.await("k");
    }
  }

  @Test
  void server_silentThoughConnected_isConnectedToAnew() {
    try (ProxiedRedis redis = new ProxiedRedis();
        RedisProcess process =
            process(redis.uri()).with(RedisSettings.COMMAND_TIMEOUT, Duration.ofMillis(300))) {
      process.open().onInvalidation(heard);
      redis.proxy().resetCounters();
      redis.proxy().stall(Direction.REPLIES); // as a host that is gone, which ends no connection
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> redis.proxy().commands().contains("HELLO")); // begins a connection
      redis.proxy().resume();
      heard.await(Heard.ALL);
      heard.awaitHearing("k", () -> change(redis.redis(), "k"));
    }
  }

  @Test
  void subscription_serverGone_doesNotFailAndHearsWhenItIsBack() {
    try (Warned warned = new Warned();
        ProxiedRedis redis = new ProxiedRedis();
        RedisProcess process =
            process(redis.uri()).with(RedisSettings.COMMAND_TIMEOUT, Duration.ofMillis(300))) {
      Store<String, String> store = process.open();
      redis.proxy().refuse(true);
      redis.proxy().resetConnections();
      store.onInvalidation(heard);
      assertThat(warned.messages()).hasSize(1).first().asString().contains("does not tell");
      redis.proxy().heal();
      heard.await(Heard.ALL);
      change(redis.redis(), "k");
      heard.await("k");
    }
  }

  @Test
  void subscription_serverHangs_returnsInTimeAndHearsWhenItGoesOn() {
    try (Warned warned = new Warned();
        ProxiedRedis redis = new ProxiedRedis();
        RedisProcess process =
            process(redis.uri()).with(RedisSettings.COMMAND_TIMEOUT, Duration.ofMillis(300))) {
      Store<String, String> store = process.open();
      redis.proxy().stall();
      store.onInvalidation(heard);
      assertThat(warned.messages()).hasSize(1).first().asString().contains("no answer in time");
      redis.proxy().resume();
      heard.await(Heard.ALL);
      change(redis.redis(), "k");
      heard.await("k");
    }
  }

  @Test
  void subscription_userWithoutTheRight_warnsOnceAndHearsWhenItIsGiven() {
    String rights = "user app on >secret ~test:* ~cairn:* +@all -client";
    try (Warned warned = new Warned();
        RedisServer server = RedisServer.start(rights);
        RedisProcess process =
            process(URI.create("redis://app@127.0.0.1:" + server.port() + "/0?prefix=test"))
                .with(RedisSettings.PASSWORD, "secret")) {
      Store<String, String> store = process.open();
      store.onInvalidation(heard);
      process.open("d").onInvalidation(heard);
      assertThat(warned.messages()).hasSize(1).first().asString().contains("+client|tracking");
      store.put("k", "v", Lifetime.ETERNAL);
      assertThat(store.get("k")).isNotNull();
      change(server, "k");
      assertThat(heard.told()).isEmpty();

      server.command("ACL", "SETUSER", "app", "+client|tracking");
      server.command("CLIENT", "KILL", "TYPE", "normal");
      heard.await(Heard.ALL);
      heard.awaitHearing("k", () -> change(server, "k"));
      assertThat(warned.messages()).hasSize(1);
    }
  }

  @Test
  void subscription_onTheClientOfTheApplication_leavesNothingBehind() {
    Redis redis = Redis.shared();
    RedisClient client = client(redis, ProtocolVersion.RESP3);
    try (var connection = client.connect()) {
      try (RedisProcess process = process(redis.uri().resolve("/0?prefix=test"))) {
        process.with(RedisSettings.CLIENT, client).open().onInvalidation(heard);
        change(redis, "k");
        heard.await("k");
        redis.command("CLIENT", "KILL", "TYPE", "normal");
        heard.await(Heard.ALL);
      }
      heard.forget();
      await().ignoreExceptions().until(() -> connection.sync().ping().equals("PONG"));
      change(redis, "l");
      assertThat(heard.told()).isEmpty();
    } finally {
      client.shutdown();
    }
  }

  @Test
  void subscription_onAClientThatSpeaksResp2_warns() {
    Redis redis = Redis.shared();
    RedisClient client = client(redis, ProtocolVersion.RESP2);
    try (Warned warned = new Warned();
        RedisProcess process = process(redis.uri().resolve("/0?prefix=test"))) {
      process.with(RedisSettings.CLIENT, client).open().onInvalidation(heard);
      assertThat(warned.messages()).hasSize(1).first().asString().contains("RESP3");
    } finally {
      client.shutdown();
    }
  }

  private static RedisClient client(Redis redis, ProtocolVersion protocol) {
    RedisClient client = RedisClient.create(redis.uri().toString());
    client.setOptions(
        ClientOptions.builder()
            .protocolVersion(protocol)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .build());
    return client;
  }
}
