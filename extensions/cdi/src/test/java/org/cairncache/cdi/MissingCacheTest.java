package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.cache.CacheManager;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheResult;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a cache that nobody declares. */
final class MissingCacheTest {
  private static final String KEY = "cairn.cdi.missing-cache";

  @ApplicationScoped
  public static class Squares {
    private final AtomicInteger calls = new AtomicInteger();

    @CacheResult(cacheName = "squares")
    public int of(int number) {
      calls.incrementAndGet();
      return number * number;
    }

    @CacheRemove(cacheName = "squares")
    public void forget(int number) {}

    public int calls() {
      return calls.get();
    }
  }

  @ApplicationScoped
  public static class Fresh {
    private final AtomicInteger calls = new AtomicInteger();

    @CacheResult(cacheName = "fresh")
    @KeyTemplate("{number}")
    @Freshness(ttl = "1h")
    public int of(int number) {
      return calls.incrementAndGet();
    }
  }

  /** The cache's default name has a quote in it only if somebody names it so. */
  @ApplicationScoped
  public static class Quoted {
    @CacheResult(cacheName = "a \"b\" \\c")
    public int of(int number) {
      return number;
    }
  }

  @Test
  void missing_byDefault_failsTheDeployment() {
    assertThat(Refusal.with(Map.of(), Squares.class))
        .contains("There is no cache \"squares\"", "cairn.caches.\"squares\" {}", KEY);
  }

  @Test
  void missing_fail_failsTheDeployment() {
    assertThat(Refusal.with(Map.of(KEY, "fail"), Squares.class))
        .contains("cairn.caches.\"squares\"");
  }

  @Test
  void missing_theLineOfTheMessage_declaresIt(@TempDir Path directory) throws Exception {
    Matcher line =
        Pattern.compile("cairn\\.caches\\..* \\{}").matcher(Refusal.with(Map.of(), Quoted.class));
    assertThat(line.find()).isTrue();
    Path file = Files.writeString(directory.resolve("own.conf"), line.group());
    try (Container container =
        Container.with(Map.of("cairn.cdi.uri", file.toUri().toString()), Quoted.class)) {
      assertThat(container.get(CacheManager.class).getCacheNames()).containsExactly("a \"b\" \\c");
    }
  }

  @Test
  void missing_warn_isDoneWithoutUntilItIsThere() {
    try (Logged warned = new Logged(Level.WARNING);
        Container container = Container.with(Map.of(KEY, "warn"), Squares.class, Fresh.class)) {
      Squares squares = container.get(Squares.class);
      Fresh fresh = container.get(Fresh.class);
      assertThat(squares.of(2)).isEqualTo(4);
      assertThat(squares.of(2)).isEqualTo(4);
      squares.forget(2);
      assertThat(squares.calls()).isEqualTo(2);
      assertThat(fresh.of(1)).isEqualTo(1);
      assertThat(fresh.of(1)).isEqualTo(2);

      CacheManager manager = container.get(CacheManager.class);
      manager.createCache("squares", new MutableConfiguration<>());
      manager.createCache("fresh", new MutableConfiguration<>());
      squares.of(3);
      squares.of(3);
      assertThat(squares.calls()).isEqualTo(3);
      assertThat(fresh.of(1)).isEqualTo(3);
      assertThat(fresh.of(1)).isEqualTo(3);

      assertThat(warned.messages()).hasSize(2);
      assertThat(warned.messages())
          .filteredOn(message -> message.contains("squares"))
          .singleElement()
          .asString()
          .contains("There is no cache \"squares\"", "Until then methods are called without it");
    }
  }

  @Test
  void missing_create_isThere() {
    try (Container container = Container.with(Map.of(KEY, "create"), Squares.class)) {
      assertThat(container.get(CacheManager.class).getCacheNames()).containsExactly("squares");
    }
  }

  @Test
  void missing_unknownValue_isRefusedNamingKeyAndValues() {
    assertThat(Refusal.with(Map.of(KEY, "ignore"), Squares.class))
        .contains(KEY + " = ignore: it must be one of fail, warn, create");
  }
}
