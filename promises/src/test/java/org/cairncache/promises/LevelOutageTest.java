package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.awaitility.core.ConditionFactory;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver;
import org.cairncache.testkit.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A level that fails costs what only it has: the others go on, and it is used again when it can.
 */
final class LevelOutageTest {
  // Longer than anything that is no longer good would be kept if the far level answered.
  private static final Duration LONG_AFTER = Duration.ofMillis(2_500);
  private static final double BACK_MILLIS = 1_000;
  private static final String MEMORY = "{ store = \"memory:near\", ttl = 300ms }";

  @TempDir private Path directory;

  private final LevelCounts counts = new LevelCounts();

  private ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10));
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
                return counts.lateAge().compareTo(LONG_AFTER) > 0;
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
      patiently() // until the circuit closes
          .ignoreExceptionsInstanceOf(StoreException.class)
          .untilAsserted(() -> cache.put("kept", 3L));
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
      assertThat(counts.lateAge()).isZero();
      server.restart();
      patiently()
          .ignoreExceptionsInstanceOf(StoreException.class)
          .until(() -> cache.get("kept") == null);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", MEMORY + ","})
  void directoryUnusable_farServesAndTheDirectoryIsUsedAgainWithNothingOld(String nearer)
      throws Exception {
    Path near = Files.createDirectory(directory.resolve("near"));
    String files = "{ store = \"" + near.toUri() + "\", ttl = 2s }";
    int level = nearer.isEmpty() ? 0 : 1;
    try (RedisServer server = RedisServer.start();
        CacheManager manager =
            ConfigurationFile.writeChain(directory, "files" + level, nearer + files, server.uri())
                .open();
        CacheManager elsewhere =
            ConfigurationFile.write(directory, "elsewhere" + level, server.uri()).open()) {
      Cache<String, Long> cache = NearReader.cache(manager, counts);
      Cache<String, Long> others = NearReader.cache(elsewhere, StoreObserver.NONE);
      for (String key : List.of("own", "foreign", "same")) {
        cache.put(key, 1L);
        awaitAnswer(level, cache, key, 1);
      }
      Path away = takeAway(near);

      assertThat(cache.get("same")).isEqualTo(1);
      cache.put("own", 2L);
      assertThat(cache.get("own")).isEqualTo(2);
      others.put("foreign", 2L);
      patiently().untilAsserted(() -> assertThat(cache.get("foreign")).isEqualTo(2));
      cache.put("new", 2L);
      assertThat(cache.get("new")).isEqualTo(2);

      giveBack(near, away);
      for (String key : List.of("own", "foreign", "new")) {
        awaitAnswer(level, cache, key, 2);
      }
      awaitAnswer(level, cache, "same", 1);
    }
  }

  /** Nothing but the value is seen until the level itself answers with it. */
  private void awaitAnswer(int level, Cache<String, Long> cache, String key, long value) {
    patiently()
        .until(
            () -> {
              long before = counts.of(level);
              assertThat(cache.get(key)).isEqualTo(value);
              return counts.of(level) > before;
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
