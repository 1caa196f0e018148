package org.cairncache.testkit.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RedisServerTest {
  @Test
  void command_binary_returnsTheSameBytes() {
    try (RedisServer redis = RedisServer.start()) {
      byte[] key = {0, '\r', '\n', (byte) 0xff};
      byte[] value = {(byte) 0x80, '$', '\n', 0};

      redis.command(Resp.bytes("SET"), key, value);

      assertThat(redis.command(Resp.bytes("GET"), key).bytes()).isEqualTo(value);
      assertThat(redis.command("EXISTS", "other").number()).isZero();
      assertThat(redis.command("GET", "other").isNull()).isTrue();
      redis.flushAll();
      assertThat(redis.command("KEYS", "*").items()).isEmpty();
    }
  }

  @Test
  void command_error_isThrownAlsoFromWithinAList() {
    try (RedisServer redis = RedisServer.start()) {
      assertThatThrownBy(() -> redis.command("NOSUCH"))
          .isInstanceOf(ErrorReplyException.class)
          .hasMessageContaining("unknown command");
      Reply list = redis.command("EVAL", "return {7, {err='ERR odd'}, {'x'}}", "0");
      assertThat(list.items().get(0).number()).isEqualTo(7);
      assertThat(list.items().get(2).texts()).containsExactly("x");
      assertThatThrownBy(() -> list.items().get(1).text()).isInstanceOf(ErrorReplyException.class);
      assertThatThrownBy(() -> list.items().get(0).text())
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void start_password_locksOutOthersOnly() {
    try (RedisServer redis = RedisServer.start("requirepass secret", "maxmemory 10mb")) {
      Endpoint stranger = new Endpoint(redis.host(), redis.port(), List.of());

      assertThat(stranger.answers()).isFalse();
      assertThat(redis.command("CONFIG", "GET", "maxmemory").texts()).contains("10485760");
      redis.command("ACL", "SETUSER", "default", "off");
      assertThat(redis.command("PING").text()).isEqualTo("PONG");
    }
  }

  @Test
  void start_wrongSetting_saysWhatTheServerLogged() {
    assertThatThrownBy(() -> RedisServer.start("no-such-setting 1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no-such-setting");
  }

  @Test
  void restart_afterKill_isEmptyOnTheSamePort() {
    try (RedisServer redis = RedisServer.start()) {
      int port = redis.port();
      long pid = redis.pid();
      redis.command("SET", "k", "v");

      redis.kill();
      redis.kill();

      assertThat(redis.isRunning()).isFalse();
      assertThat(ProcessHandle.of(pid)).isEmpty();
      assertThatThrownBy(() -> redis.command("PING")).isInstanceOf(UncheckedIOException.class);
      assertThatThrownBy(redis::pause).isInstanceOf(IllegalStateException.class);

      redis.restart();

      assertThat(redis.port()).isEqualTo(port);
      assertThat(redis.pid()).isNotEqualTo(pid);
      assertThat(redis.command("DBSIZE").number()).isZero();
    }
  }

  @Test
  void pause_command_isAnsweredWhenResumed() {
    try (RedisServer redis = RedisServer.start()) {
      Endpoint direct = new Endpoint(redis.host(), redis.port(), List.of());

      redis.pause();

      assertThatThrownBy(() -> direct.ask(Duration.ofMillis(300), Resp.bytes("PING")))
          .hasRootCauseInstanceOf(SocketTimeoutException.class);
      assertThat(redis.isRunning()).isFalse();
      redis.resume();
      assertThat(redis.command("PING").text()).isEqualTo("PONG");
    }
  }

  @Test
  void close_paused_leavesNoProcessAndNoDirectory() {
    RedisServer redis = RedisServer.start();
    long pid = redis.pid();
    Path directory = Path.of(redis.command("CONFIG", "GET", "dir").texts().get(1));
    assertThat(directory).isDirectory();
    redis.pause();

    redis.close();
    redis.close();

    assertThat(ProcessHandle.of(pid)).isEmpty();
    assertThat(Files.exists(directory)).isFalse();
    assertThatThrownBy(redis::restart).isInstanceOf(IllegalStateException.class);
  }
}
