package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The password is in no log: of ours at any level, of the client library's down to DEBUG. At TRACE
 * that one writes down all it sends, as docs/redis.md says.
 */
final class PasswordTest {
  private static final String SECRET = "canary-5Ec9eT-password";
  private static final Map<String, Level> LEVELS =
      Map.of("org.cairncache", Level.ALL, "io.lettuce", Level.FINE, "io.netty", Level.FINE);

  private final StringWriter text = new StringWriter();
  // Held, since a logger that nobody holds loses its level.
  private final List<Logger> loggers = new ArrayList<>();
  private final Handler handler = new Writing();

  @BeforeEach
  void watch() {
    LEVELS.forEach(
        (name, level) -> {
          Logger logger = Logger.getLogger(name);
          logger.setLevel(level);
          logger.setUseParentHandlers(false);
          logger.addHandler(handler);
          loggers.add(logger);
        });
  }

  @AfterEach
  void unwatch() {
    for (Logger logger : loggers) {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
      logger.setLevel(null);
    }
  }

  @Test
  void password_isInNoLogAndNoException() {
    try (RedisServer server = RedisServer.start("user app on >" + SECRET + " ~* +@all");
        OwnManager manager = manager(server, SECRET);
        OwnManager wrong = manager(server, "other-" + SECRET)) {
      Cache<String, String> cache = manager.cache("c");
      cache.put("k", "v");
      server.command("CLIENT", "KILL", "TYPE", "normal");
      await().until(() -> "v".equals(cache.get("k"))); // and so logged in again
      assertThatThrownBy(() -> wrong.cache("c"))
          .isInstanceOf(CacheException.class)
          .satisfies(failure -> failure.printStackTrace(new PrintWriter(text)));
      server.kill();
      assertThatThrownBy(() -> cache.put("k", "w"))
          .satisfies(failure -> failure.printStackTrace(new PrintWriter(text)));
    }
    assertThat(text.toString())
        .contains("HELLO", "WRONGPASS", "io.lettuce") // there was something to say
        .doesNotContain(SECRET);
  }

  private static OwnManager manager(RedisServer server, String password) {
    return new OwnManager(URI.create("redis://app@" + server.host() + ":" + server.port()))
        .with("cairn.password", password);
  }

  private final class Writing extends Handler {
    Writing() {
      setLevel(Level.ALL);
      setFormatter(new SimpleFormatter());
    }

    @Override
    public synchronized void publish(LogRecord entry) {
      text.append(entry.getLoggerName()).append(' ').append(getFormatter().format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
