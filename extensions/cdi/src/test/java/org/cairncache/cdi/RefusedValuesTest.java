package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warnings at deployment, of values that the cache will not take. */
final class RefusedValuesTest {
  /** Not in a package that the cache allows. */
  public static final class Foreign implements java.io.Serializable {}

  @ApplicationScoped
  public static class Methods {
    @CacheResult(cacheName = "refused")
    public List<Foreign> list(int key) {
      return List.of();
    }

    @CacheResult(cacheName = "refused")
    public CompletionStage<Foreign> stage(int key) {
      throw new UnsupportedOperationException();
    }

    @CachePut(cacheName = "refused")
    public void put(int key, @CacheValue Foreign value) {}

    @CacheRemove(cacheName = "refused")
    public Foreign remove(int key) {
      throw new UnsupportedOperationException();
    }

    @CacheResult(cacheName = "refused")
    public List<String> taken(int key) {
      return List.of();
    }
  }

  private static List<String> warningsAt(String uri) {
    Map<String, String> settings =
        Map.of("cairn.cdi.missing-cache", "create", "cairn.cdi.uri", uri);
    try (Logged warned = new Logged(Level.WARNING);
        Container container = Container.with(settings, Methods.class)) {
      return warned.messages();
    }
  }

  @Test
  void values_thatTheCodecRefuses_areWarnedOf(@TempDir Path directory) {
    assertThat(warningsAt(directory.toUri().toString()))
        .hasSize(3)
        .allMatch(text -> text.contains("Foreign") && text.contains("allowed-classes"))
        .anyMatch(text -> text.startsWith("Methods.list(int)"))
        .anyMatch(text -> text.startsWith("Methods.stage(int)"))
        .anyMatch(text -> text.startsWith("Methods.put(int, Foreign)"));
  }

  @Test
  void values_onTheHeap_areNot() {
    assertThat(warningsAt("memory:refused")).isEmpty();
  }
}
