package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.Test;

/** A user of Redis with the rights that docs/redis.md lists, and with fewer. */
final class LeastRightsTest {
  private static final String[] RIGHTS = {
    "+get",
    "+set",
    "+mget",
    "+mset",
    "+getrange",
    "+unlink",
    "+scan",
    "+exists",
    "+setrange",
    "+pexpire",
    "+persist",
    "+eval",
    "+evalsha",
    "+time",
    "+ping",
    "+client|tracking"
  };

  @Test
  void cache_userWithTheListedRights_doesEverything() {
    try (RedisServer server = RedisServer.start(user(RIGHTS));
        OwnManager manager = manager(server, "secret")) {
      Cache<String, String> cache =
          manager.cache(
              "c",
              new MutableConfiguration<String, String>()
                  .setTypes(String.class, String.class)
                  .setExpiryPolicyFactory(
                      CreatedExpiryPolicy.factoryOf(new Duration(TimeUnit.MINUTES, 10))));
      cache.put("k", "v");
      cache.put("k", "w");
      assertThat(cache.putIfAbsent("k", "x")).isFalse();
      assertThat(cache.replace("k", "w", "x")).isTrue();
      cache.putAll(Map.of("a", "1", "b", "2"));
      assertThat(cache.getAll(Set.of("a", "b", "k"))).hasSize(3);
      assertThat(cache).hasSize(3);
      assertThat(cache.remove("k")).isTrue();
      cache.clear();
      assertThat(cache).isEmpty();
      manager.destroy("c");
    }
  }

  @Test
  void notices_userWithTheListedRights_come() {
    try (Warned warned = new Warned();
        RedisServer server = RedisServer.start(user(RIGHTS));
        RedisProcess process =
            new RedisProcess(URI.create("redis://app@127.0.0.1:" + server.port() + "/0"))
                .with(RedisSettings.PASSWORD, "secret")
                .with(RedisSettings.COMMAND_TIMEOUT, java.time.Duration.ofSeconds(5))) {
      Heard heard = new Heard();
      process.open().onInvalidation(heard);
      server.command("SET", "cairn:c:k", "by another");
      heard.await("k");
      assertThat(warned.messages()).isEmpty();
    }
  }

  @Test
  void open_missingRight_saysWhichCommandAndWhatToDo() {
    try (RedisServer server = RedisServer.start(user("+get", "+set", "+ping", "+time"));
        OwnManager manager = manager(server, "secret")) {
      assertThatThrownBy(() -> manager.cache("c"))
          .isInstanceOf(CacheException.class)
          .hasMessageContaining("evalsha")
          .hasMessageContaining("docs/redis.md");
    }
  }

  @Test
  void open_wrongPassword_saysSoWithoutShowingIt() {
    try (RedisServer server = RedisServer.start(user(RIGHTS));
        OwnManager manager = manager(server, "canary-of-a-password")) {
      assertThatThrownBy(() -> manager.cache("c"))
          .isInstanceOf(CacheException.class)
          .hasMessageContaining("WRONGPASS")
          .satisfies(
              failure -> {
                for (Throwable at = failure; at != null; at = at.getCause()) {
                  assertThat(at.toString()).doesNotContain("canary-of-a-password");
                }
              });
    }
  }

  private static String user(String... rights) {
    return "user app on >secret ~cairn:* " + String.join(" ", rights);
  }

  private static OwnManager manager(RedisServer server, String password) {
    return new OwnManager(URI.create("redis://app@" + server.host() + ":" + server.port() + "/0"))
        .with("cairn.password", password)
        .with("cairn.command-timeout", "5 s");
  }
}
