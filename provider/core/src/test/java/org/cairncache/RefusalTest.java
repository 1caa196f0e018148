package org.cairncache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.cache.CacheException;
import org.cairncache.spi.Copier;
import org.cairncache.spi.encoded.EncodedSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which types a cache says beforehand that it refuses. */
class RefusalTest {
  @TempDir private Path directory;
  private final CairnCachingProvider provider = new CairnCachingProvider();
  private int caches;

  @AfterEach
  void close() {
    provider.close();
  }

  record Order(int number, List<String> lines) implements Serializable {}

  record Draft(List<String> lines) {}

  record Point(int x, int y) {}

  interface Shape {}

  abstract static class Figure implements Shape {}

  @Test
  void refusal_memoryByValue_isOfWhatCannotBeCopied() {
    CairnCache<String, Object> cache = inMemory(builder -> {});

    assertThat(cache.refusal(Draft.class).orElseThrow())
        .contains(Draft.class.getName(), "make it Serializable");
    assertThatThrownBy(() -> cache.put("k", new Draft(List.of())))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining(cache.refusal(Draft.class).orElseThrow());
    assertThat(cache.refusal(Order.class)).isEmpty();
    assertThat(cache.refusal(Point.class)).as("immutable, so never copied").isEmpty();
  }

  @Test
  void refusal_memoryThatNeedNotSerialize_isEmpty() {
    CairnCache<String, Object> byReference = inMemory(builder -> builder.storeByValue(false));
    CairnCache<String, Object> copied = inMemory(builder -> builder.copier(new Same()));

    assertThat(byReference.refusal(Draft.class)).isEmpty();
    assertThat(copied.refusal(Draft.class)).isEmpty();
  }

  @Test
  void refusal_files_isTheCodecs() {
    CairnCache<String, Object> cache = inFiles(builder -> {});

    assertThat(cache.refusal(Order.class).orElseThrow()).contains("allowed-classes");
    assertThatThrownBy(() -> cache.put("k", new Order(1, List.of())))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining(cache.refusal(Order.class).orElseThrow());
    assertThat(cache.refusal(String.class)).isEmpty();
  }

  @Test
  void refusal_filesThatSpareWrites_isTheCodecs() {
    CairnCache<String, Object> cache =
        inFiles(builder -> builder.set(EncodedSettings.DEDUPE_WRITES, true));

    assertThat(cache.refusal(Order.class).orElseThrow()).contains("allowed-classes");
  }

  @Test
  void refusal_filesWhereTheClassIsAllowed_isEmpty() {
    CairnCache<String, Object> cache =
        inFiles(
            builder -> builder.set(EncodedSettings.ALLOWED_CLASSES, List.of("org.cairncache.*")));

    assertThat(cache.refusal(Order.class)).isEmpty();
    assertThat(cache.refusal(Draft.class).orElseThrow()).contains("not Serializable");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Object.class,
        Shape.class,
        Figure.class,
        Serializable.class,
        List.class,
        Number.class,
        int.class,
        void.class,
        Void.class,
        int[].class,
        Object[].class
      })
  void refusal_ofWhatMayBeAnything_isEmpty(Class<?> type) {
    assertThat(inFiles(builder -> {}).refusal(type)).isEmpty();
  }

  @Test
  void refusal_anotherTypeThanTheConfigured_namesBoth() {
    CairnCache<String, Long> cache =
        open("memory:refusals", CairnConfiguration.builder(String.class, Long.class).build());

    assertThat(cache.refusal(Order.class).orElseThrow())
        .contains(Long.class.getName(), Order.class.getName(), "value-type");
    assertThat(cache.refusal(int.class).orElseThrow()).contains(Integer.class.getName());
    assertThat(cache.refusal(long.class)).isEmpty();
    assertThat(cache.refusal(Number.class)).isEmpty();
  }

  @Test
  void refusal_chain_isTheFirstOfItsLevels() throws IOException {
    String near = "{ store = \"%s\", allowed-classes = [\"org.cairncache.*\"] }";
    String far = "{ store = \"%s\" }";
    CairnCache<Object, Object> lastRefuses =
        chain(near.formatted(folder("a")), far.formatted(folder("b")));
    CairnCache<Object, Object> nearRefuses =
        chain(far.formatted(folder("c")), near.formatted(folder("d")));
    CairnCache<Object, Object> nobody =
        chain("{ store = \"memory:near\" }", near.formatted(folder("e")));

    assertThat(lastRefuses.refusal(Order.class).orElseThrow()).contains("allowed-classes");
    assertThat(nearRefuses.refusal(Order.class).orElseThrow()).contains("allowed-classes");
    assertThat(nobody.refusal(Order.class)).isEmpty();
  }

  @Test
  void refusal_closedCache_saysSo() {
    CairnCache<String, Object> cache = inMemory(builder -> {});
    cache.close();

    assertThatThrownBy(() -> cache.refusal(String.class)).isInstanceOf(IllegalStateException.class);
  }

  private CairnCache<Object, Object> chain(String near, String last) throws IOException {
    Path file = Files.createTempFile(directory, "chain", ".conf");
    Files.writeString(file, "cairn { tiers = [" + near + ", " + last + "], caches.c { } }");
    return provider.getCacheManager(file.toUri(), null).getCache("c").unwrap(CairnCache.class);
  }

  private URI folder(String name) throws IOException {
    return Files.createDirectories(directory.resolve(name)).toUri();
  }

  private CairnCache<String, Object> inMemory(
      Consumer<CairnConfiguration.Builder<String, Object>> more) {
    return open("memory:refusals", built(more));
  }

  private CairnCache<String, Object> inFiles(
      Consumer<CairnConfiguration.Builder<String, Object>> more) {
    return open(directory.toUri().toString(), built(more));
  }

  private static CairnConfiguration<String, Object> built(
      Consumer<CairnConfiguration.Builder<String, Object>> more) {
    CairnConfiguration.Builder<String, Object> builder =
        CairnConfiguration.builder(String.class, Object.class);
    more.accept(builder);
    return builder.build();
  }

  private <V> CairnCache<String, V> open(
      String store, CairnConfiguration<String, V> configuration) {
    return provider
        .getCacheManager(URI.create(store), null)
        .createCache("c" + caches++, configuration)
        .unwrap(CairnCache.class);
  }

  /** Copies nothing. */
  private static final class Same implements Copier {
    @Override
    public <T> T copy(T original, ClassLoader loader) {
      return original;
    }
  }
}
