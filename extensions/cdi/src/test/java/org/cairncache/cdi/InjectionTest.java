package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheResult;
import org.cairncache.freshness.Cached1;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is injected, and what is refused at deployment because it could not be. */
final class InjectionTest {
  @ApplicationScoped
  @CacheDefaults(cacheName = "by-default")
  public static class Everywhere {
    @Inject @CacheName Cache<String, Integer> byDefault;

    @Inject
    @CacheName("users")
    Cache<String, Integer> inField;

    @Inject CacheManager manager;
    private Cache<String, Integer> inConstructor;
    private Cache<?, ?> inMethod;

    Everywhere() {}

    @Inject
    Everywhere(@CacheName("users") Cache<String, Integer> users) {
      this.inConstructor = users;
    }

    @Inject
    void set(@CacheName("users") Cache<?, ?> users) {
      this.inMethod = users;
    }

    List<Cache<?, ?>> users() {
      return List.of(inField, inConstructor, inMethod);
    }

    Cache<String, Integer> byDefault() {
      return byDefault;
    }

    CacheManager manager() {
      return manager;
    }
  }

  @Test
  void inject_cacheByName_isThatOfTheManager() {
    try (Container container = Container.of(Everywhere.class)) {
      Everywhere bean = container.get(Everywhere.class);
      CacheManager manager = container.get(CacheManager.class);
      assertThat(bean.manager().getURI()).isEqualTo(manager.getURI());
      Cache<String, Integer> users = manager.getCache("users");
      users.put("a", 1);
      assertThat(bean.users()).allSatisfy(cache -> assertThat(cache).isSameAs(users)).hasSize(3);
      assertThat(bean.byDefault().getName()).isEqualTo("by-default");
    }
  }

  @Dependent
  public static class Nameless {
    @Inject @CacheName Cache<String, Integer> cache;
  }

  @Dependent
  public static class NoSuchMethod {
    @Inject
    @OfMethod(bean = Fresh.class, name = "lookUp")
    Cached1<Integer, Integer> method;
  }

  @Dependent
  public static class OtherParameters {
    @Inject
    @OfMethod(bean = Fresh.class, name = "find")
    org.cairncache.freshness.Cached2<Integer, Integer, Integer> method;
  }

  @ApplicationScoped
  public static class Fresh {
    @CacheResult(cacheName = "fresh")
    @KeyTemplate("{id}")
    @Freshness(ttl = "1h")
    public int find(int id) {
      return id;
    }
  }

  @Dependent
  public static class ReaderWithoutKey {
    @Inject
    @BackgroundReader(every = "5s", cacheName = "a")
    Supplier<Integer> reader;
  }

  @Dependent
  public static class ReaderWithoutCache {
    @Inject
    @BackgroundReader(key = "k", every = "5s")
    Supplier<Integer> reader;
  }

  @Dependent
  public static class ReaderOfNoInterval {
    @Inject
    @BackgroundReader(key = "k", every = "now and then", cacheName = "a")
    Supplier<Integer> reader;
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused(Nameless.class, "Nameless.cache: @CacheName has no name"),
        refused(NoSuchMethod.class, "NoSuchMethod.method: @OfMethod", "\"lookUp\"", "there are 0"),
        refused(OtherParameters.class, "with @Freshness and 2 parameters", "there are 0"),
        refused(ReaderWithoutKey.class, "ReaderWithoutKey.reader: @BackgroundReader needs a key"),
        refused(ReaderWithoutCache.class, "@BackgroundReader needs a key and a cacheName"),
        refused(ReaderOfNoInterval.class, "every = \"now and then\" is no duration"));
  }

  private static Arguments refused(Class<?> bean, String... texts) {
    return Arguments.of(bean, List.of(texts));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void deploy_wrongInjectionPoint_isRefused(Class<?> bean, List<String> texts) {
    assertThat(Refusal.of(Fresh.class, bean)).contains(texts);
  }

  @Dependent
  public static class MissingCache {
    @Inject
    @CacheName("nowhere")
    Cache<String, Integer> cache;

    @Inject
    @BackgroundReader(key = "k", every = "5s", cacheName = "not-there")
    Supplier<Integer> reader;
  }

  @Test
  void deploy_missingCache_isRefusedNamingTheInjectionPoint() {
    assertThat(Refusal.with(Map.of(), MissingCache.class))
        .contains("MissingCache.cache: There is no cache \"nowhere\"")
        .contains("MissingCache.reader: There is no cache \"not-there\"");
  }

  @Dependent
  public static class WrongKey {
    @Inject
    @CacheName("typed")
    Cache<Integer, Integer> cache;
  }

  @Dependent
  public static class WrongValue {
    @Inject
    @CacheName("typed")
    Cache<String, List<String>> cache;
  }

  @Dependent
  public static class RightTypes {
    @Inject
    @CacheName("typed")
    Cache<String, Integer> exact;

    @Inject
    @CacheName("typed")
    Cache<?, ?> any;
  }

  @Dependent
  public static class GeneratedKeys {
    @CacheResult(cacheName = "typed")
    public int find(int id) {
      return id;
    }
  }

  private static Map<String, String> typed(Path directory) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("typed.conf"),
            """
            cairn.caches.typed { key-type = java.lang.String, value-type = java.lang.Integer }
            """);
    return Map.of("cairn.cdi.uri", file.toUri().toString());
  }

  @Test
  void deploy_otherTypesThanTheCacheHas_isRefusedSayingWhich(@TempDir Path directory)
      throws Exception {
    assertThat(Refusal.with(typed(directory), WrongKey.class))
        .contains("WrongKey.cache is a Cache<java.lang.Integer, java.lang.Integer>")
        .contains("\"typed\" is configured as one of <java.lang.String, java.lang.Integer>");
    assertThat(Refusal.with(typed(directory), WrongValue.class)).contains("WrongValue.cache is a");
    assertThat(Refusal.with(typed(directory), GeneratedKeys.class))
        .contains("GeneratedKeys.find(int): Its keys are of type " + MethodKey.class.getName());
  }

  @Test
  void deploy_theTypesThatTheCacheHas_isInjected(@TempDir Path directory) throws Exception {
    try (Container container = Container.with(typed(directory), RightTypes.class)) {
      RightTypes bean = container.get(RightTypes.class);
      assertThat(bean.exact).isSameAs(bean.any);
    }
  }
}
