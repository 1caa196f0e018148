package org.cairncache.testkit.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GivenRedisTest {
  @Test
  void flushAll_leavesOtherDatabasesAlone() {
    try (RedisServer server = RedisServer.start("requirepass secret")) {
      server.command("SET", "k", "precious");
      GivenRedis given = GivenRedis.at(uri(server, ":secret@", "/9"));

      given.command("SET", "k", "v");
      given.flushAll();

      assertThat(given.command("DBSIZE").number()).isZero();
      assertThat(server.command("GET", "k").text()).isEqualTo("precious");
      assertThat(given).asString().doesNotContain("secret");
    }
  }

  @Test
  void at_databaseWithKeys_isRefusedAndKeepsThem() {
    try (RedisServer server = RedisServer.start()) {
      server.command("SET", "k", "precious");

      assertThatThrownBy(() -> GivenRedis.at(uri(server, "", "/0")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("1 keys");
      assertThat(server.command("GET", "k").text()).isEqualTo("precious");
    }
  }

  @Test
  void at_noDatabase_isRefused() {
    assertThatThrownBy(() -> GivenRedis.at(URI.create("redis://127.0.0.1:6379")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("redis://127.0.0.1:6379/9");
  }

  private static URI uri(Redis server, String login, String path) {
    return URI.create("redis://" + login + server.host() + ":" + server.port() + path);
  }
}
