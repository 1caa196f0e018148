package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.awaitility.core.ConditionFactory;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A level that fails costs what only it has: the others go on, and it is used again when it can.
 */
final class LevelOutageTest {
  private static final Duration TTL = Duration.ofMillis(300);
  // Longer than anything that is no longer good would be kept if the far level answered.
  private static final Duration LONG_AFTER = Duration.ofMillis(2_500);
  private static final double BACK_MILLIS = 1_000;
  private static final String MEMORY = "\"memory:near\", ttl = 300ms";

  @TempDir private Path directory;

  private final LevelCounts counts = new LevelCounts();

  private ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10));
  }

  private Cache<String, Long> others(CacheManager manager) {
    return NearReader.cache(manager, StoreObserver.NONE);
  }

  @Test
  void farKilled_nearServesWhatItHasUntilItIsBack() throws Exception {
    try (RedisServer server = RedisServer.start();
        CacheManager manager =
            ConfigurationFile.writeChain(directory, "open", MEMORY, server.uri()).open()) {
      Cache<String, Long> cache = NearReader.cache(manager, counts);
      cache.put("kept", 1L);
      cache.put("written", 1L);
      server.kill();

      patiently()
          .until(
              () -> {
                assertThat(cache.get("kept")).isEqualTo(1);
                return counts.age().compareTo(LONG_AFTER) > 0;
              });
      assertThatThrownBy(() -> cache.put("written", 2L)).isInstanceOf(StoreException.class);
      assertThatThrownBy(() -> cache.remove("written")).isInstanceOf(StoreException.class);
      assertThat(cache.get("written")).as("nobody knows").isNull();
      assertThat(cache.get("kept")).isEqualTo(1);

      server.restart(); // and has nothing
      new ClientList(server, "default").awaitOthers(Set.of(), 1);
      long back = HostClock.micros();
      patiently().until(() -> cache.get("kept") == null);
      double millis = (HostClock.micros() - back) / 1e3;
      Form.report(
          16, "memory over redis", "nothing older %.1f ms after it was back".formatted(millis));
      assertThat(millis).isLessThanOrEqualTo(Form.bound(BACK_MILLIS));
      patiently().untilAsserted(() -> cache.put("kept", 3L)); // the circuit may still be open
      assertThat(cache.get("kept")).isEqualTo(3);
    }
  }

  @Test
  void farKilled_failOpenFalse_throwsBeyondTheTtl() throws Exception {
    try (RedisServer server = RedisServer.start();
        CacheManager manager =
            ConfigurationFile.writeChain(
                    directory, "closed", MEMORY, server.uri(), "defaults { fail-open = false }")
                .open()) {
      Cache<String, Long> cache = NearReader.cache(manager, counts);
      cache.put("kept", 1L);
      server.kill();
      patiently()
          .untilAsserted(
              () -> assertThatThrownBy(() -> cache.get("kept")).isInstanceOf(StoreException.class));
      assertThat(counts.late()).isZero();
      server.restart();
      patiently()
          .ignoreExceptionsInstanceOf(StoreException.class)
          .until(() -> cache.get("kept") == null);
    }
  }

  @Test
  void nearDirectoryUnusable_farServesAndTheNearLevelComesBackWithNothingOld() throws Exception {
    Path near = Files.createDirectory(directory.resolve("near"));
    try (RedisServer server = RedisServer.start();
        CacheManager manager =
            ConfigurationFile.writeChain(
                    directory, "files", "\"" + near.toUri() + "\", ttl = 5s", server.uri())
                .open();
        CacheManager elsewhere =
            ConfigurationFile.write(directory, "elsewhere", server.uri()).open()) {
      Cache<String, Long> cache = NearReader.cache(manager, counts);
      Cache<String, Long> other = others(elsewhere);
      for (String key : Set.of("own", "foreign", "same")) {
        cache.put(key, 1L);
        awaitNear(cache, key, 1);
      }
      Path away = takeAway(near);

      assertThat(cache.get("same")).isEqualTo(1);
      cache.put("own", 2L);
      assertThat(cache.get("own")).isEqualTo(2);
      other.put("foreign", 2L);
      patiently().until(() -> cache.get("foreign") == 2);
      cache.put("new", 2L);
      assertThat(cache.get("new")).isEqualTo(2);

      giveBack(near, away);
      for (int i = 0; i < 100; i++) {
        assertThat(cache.get("own")).isEqualTo(2);
        assertThat(cache.get("foreign")).isEqualTo(2);
        assertThat(cache.get("new")).isEqualTo(2);
      }
      awaitNear(cache, "own", 2);
      awaitNear(cache, "foreign", 2);
      awaitNear(cache, "same", 1);
    }
  }

  private void awaitNear(Cache<String, Long> cache, String key, long value) {
    patiently()
        .until(
            () -> {
              long before = counts.near();
              assertThat(cache.get(key)).isEqualTo(value);
              return counts.near() > before;
            });
  }

  /** Puts a file in the place of the directory. */
  private Path takeAway(Path near) throws IOException {
    Path away = Files.move(near, directory.resolve("away"));
    Files.writeString(near, "no directory");
    return away;
  }

  /** With all that was in it. */
  private static void giveBack(Path near, Path away) throws IOException {
    Files.delete(near);
    Files.move(away, near);
  }
}
