package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.cache.Cache;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.spi.StoreException;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.proxy.Direction;
import org.cairncache.testkit.proxy.Ending;
import org.cairncache.testkit.proxy.FaultyProxy;
import org.cairncache.testkit.proxy.Framing;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.Test;

/** How a connection begins, where it cannot, and how it ends. */
final class LifeCycleTest {
  private static final String SECRET = "canary-of-a-password";
  // The machine that runs the tests may be busy: 2 s is the default.
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  @Test
  void open_nothingListens_namesTheAddress() throws Exception {
    URI uri;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      uri = URI.create("redis://127.0.0.1:" + free.getLocalPort() + "/0");
    }
    assertRefused(uri, "", "cannot connect to " + uri, "Connection refused");
  }

  @Test
  void open_unknownHost_namesTheAddress() {
    URI uri = URI.create("redis://no-such-host.invalid/0");
    assertRefused(uri, "", "cannot connect to " + uri, "host");
  }

  @Test
  void open_pausedServer_namesTheTimeout() {
    try (RedisServer server = RedisServer.start()) {
      server.pause();
      assertRefused(server.uri(), "", "connect-timeout");
      server.resume();
    }
  }

  @Test
  void open_serverThatNeverSpeaksTls_namesTheTimeout() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      URI uri = URI.create("rediss://127.0.0.1:" + silent.getLocalPort() + "/0");
      assertRefused(uri, "", "connect-timeout");
    }
  }

  @Test
  void open_wrongPassword_namesTheSetting() {
    try (RedisServer server = RedisServer.start("requirepass secret")) {
      assertRefused(server.uri(), SECRET, "WRONGPASS", "setting password");
      assertRefused(server.uri(), "", "setting password");
    }
  }

  @Test
  void open_wrongUser_namesTheUri() {
    try (RedisServer server = RedisServer.start("user app on >secret ~* +@all")) {
      URI uri = URI.create("redis://other@127.0.0.1:" + server.port() + "/0");
      assertRefused(uri, SECRET, "WRONGPASS", "user in the URI");
      assertRefused(uri, "", "other", "password");
    }
  }

  @Test
  void open_connectionClosedEarly_isTriedOnceMore() {
    try (RedisServer server = RedisServer.start();
        FaultyProxy proxy = FaultyProxy.to(server.host(), server.port(), Framing.resp())) {
      proxy.endAfterDrop(Ending.FINISH);
      proxy.dropReplies(1);
      URI uri = URI.create("redis://127.0.0.1:" + proxy.port() + "/0");
      try (OwnManager manager = new OwnManager(uri)) {
        Cache<String, String> cache = manager.cache("c");
        cache.put("a", "1");
        assertThat(cache.get("a")).isEqualTo("1");
      }
      proxy.dropReplies(command -> true);
      assertRefused(uri, "", "Connection closed prematurely", "Is it running");
    }
  }

  @Test
  void open_databaseThatIsNotThere_namesItsNumber() {
    try (RedisServer server = RedisServer.start()) {
      assertRefused(URI.create(server.uri() + "/99"), "", "DB index", "/99", "database");
    }
  }

  private static void assertRefused(URI uri, String password, String... words) {
    try (OwnManager manager = new OwnManager(uri)) {
      if (!password.isEmpty()) {
        manager.with("cairn.password", password);
      }
      long start = System.nanoTime();
      assertThatThrownBy(() -> manager.cache("c"))
          .isInstanceOf(StoreException.class)
          .hasMessageContainingAll(words)
          .satisfies(LifeCycleTest::assertNoSecret);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(CONNECT_LIMIT);
    }
  }

  private static void assertNoSecret(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      assertThat(at.toString()).doesNotContain(SECRET);
    }
  }

  @Test
  void close_pausedServer_endsInTime() {
    try (RedisServer server = RedisServer.start()) {
      OwnManager manager = new OwnManager(server.uri());
      manager.cache("c").put("k", "v");
      server.pause();
      long start = System.nanoTime();
      manager.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(CLOSE_LIMIT);
      server.resume();
    }
  }

  @Test
  void close_putIsUnderWay_nobodyKnows() {
    try (ProxiedRedis redis = new ProxiedRedis()) {
      OwnManager manager = new OwnManager(redis.uri()).with("cairn.command-timeout", "30 s");
      Cache<String, String> cache = manager.cache("c");
      redis.proxy().stall(Direction.REPLIES);
      redis.proxy().resetCounters();
      ExecutorService other = Executors.newSingleThreadExecutor();
      CompletableFuture<Void> put = CompletableFuture.runAsync(() -> cache.put("k", "v"), other);
      other.shutdown();
      await().until(() -> redis.proxy().count() > 0);
      manager.close();
      assertThatThrownBy(put::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(OutcomeUnknownException.class);
    }
  }

  @Test
  void openAndClose_manyTimes_leavesNoThread() {
    try (RedisServer server = RedisServer.start()) {
      cycle(server);
      Set<String> before = threads();
      for (int i = 0; i < 20; i++) {
        cycle(server);
      }
      await()
          .untilAsserted(
              () -> {
                Set<String> left = new HashSet<>(threads());
                left.removeAll(before);
                assertThat(left).isEmpty();
              });
      await().until(() -> clients(server) == 0);
    }
  }

  private static void cycle(RedisServer server) {
    try (OwnManager manager = new OwnManager(server.uri())) {
      manager.cache("c").put("k", "v");
    }
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !thread.getName().startsWith("awaitility"))
        .map(thread -> thread.getId() + " " + thread.getName())
        .collect(Collectors.toSet());
  }

  // Its own connection asks.
  private static long clients(RedisServer server) {
    return server.command("CLIENT", "LIST", "TYPE", "normal").text().lines().count() - 1;
  }

  @Test
  void open_failsOnAClientOfTheApplication_leavesItOpen() {
    try (RedisServer server = RedisServer.start("user default on nopass ~* +ping +hello")) {
      RedisClient client = RedisClient.create(server.uri().toString());
      client.setOptions(
          ClientOptions.builder()
              .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
              .build());
      try (OwnManager manager = new OwnManager(server.uri()).with("cairn.client", client)) {
        assertThatThrownBy(() -> manager.cache("c")).isInstanceOf(StoreException.class);
      }
      try (var connection = client.connect()) {
        assertThat(connection.sync().ping()).isEqualTo("PONG");
      }
      client.shutdown();
    }
  }
}
