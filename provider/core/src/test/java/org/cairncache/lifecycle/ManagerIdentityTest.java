package org.cairncache.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CompletionListenerFuture;
import javax.cache.spi.CachingProvider;
import org.cairncache.CairnCachingProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A manager is one URI for one class loader, and keeps its caches apart from all others. */
class ManagerIdentityTest {
  private final URI uri = URI.create("memory:" + UUID.randomUUID());
  private final ClassLoader own = getClass().getClassLoader();
  private final ClassLoader other = new URLClassLoader(new URL[0], own);
  private final CairnCachingProvider provider = new CairnCachingProvider();

  @AfterEach
  void close() {
    provider.close();
    assertThat(Beans.of(uri)).isEmpty();
  }

  @Test
  void sameUri_otherLoader_hasItsOwnCachesOfTheSameNames() {
    Cache<String, String> mine = create(provider.getCacheManager(uri, own));
    Cache<String, String> theirs = create(provider.getCacheManager(uri, other));
    mine.put("k", "mine");
    theirs.put("k", "theirs");

    assertThat(mine.get("k")).isEqualTo("mine");
    assertThat(theirs.get("k")).isEqualTo("theirs");

    provider.getCacheManager(uri, other).destroyCache("c");
    assertThat(mine.get("k")).isEqualTo("mine");
    assertThat(provider.getCacheManager(uri, own).getCacheNames()).containsExactly("c");
  }

  @Test
  void sameUriAndName_inTwoLoaders_haveBeansOfTheirOwn() throws Exception {
    Cache<String, String> mine = create(provider.getCacheManager(uri, own));
    Cache<String, String> theirs = create(provider.getCacheManager(uri, other));
    mine.put("k", "v");
    assertThat(Beans.statisticsOf(uri)).hasSize(2);

    provider.close(other);

    assertThat(theirs.isClosed()).isTrue();
    assertThat(Beans.of(uri)).hasSize(2);
    assertThat(Beans.attribute(Beans.statisticsOf(uri).iterator().next(), "CachePuts"))
        .isEqualTo(1L);
  }

  @Test
  void cairnTwiceInOneJvm_liveSideBySide() throws Exception {
    URI configuration = Application.CONFIGURATION;
    try (URLClassLoader firstLoader = ClassLoaders.bringingAll();
        URLClassLoader secondLoader = ClassLoaders.bringingAll();
        var first = ClassLoaders.start(firstLoader)) {
      try (var second = ClassLoaders.start(secondLoader)) {
        first.run();
        second.run();
        second.run();
        assertThat(Beans.of(configuration)).hasSize(8);
      }

      assertThat(Beans.of(configuration)).hasSize(4);
      first.run();
      for (var bean : Beans.statisticsOf(configuration)) {
        assertThat((Long) Beans.attribute(bean, "CacheGets")).isPositive();
      }
    }
    assertThat(Beans.of(configuration)).isEmpty();
  }

  @Test
  void byValue_copiesAreMadeByTheManagersLoader() throws Exception {
    try (URLClassLoader application = ClassLoaders.ofApplication()) {
      Class<?> theirNote = Class.forName(Application.Note.class.getName(), true, application);
      Cache<Object, Object> cache =
          provider
              .getCacheManager(uri, application)
              .createCache("objects", new MutableConfiguration<>());
      Object known = theirNote.getConstructor(String.class).newInstance("v");

      cache.put("theirs", known);
      cache.put("ours", new Application.Note("v"));

      assertThat(cache.get("theirs")).isNotSameAs(known).isInstanceOf(theirNote);
      assertThat(cache.get("ours")).isInstanceOf(theirNote);
    }
  }

  @Test
  void defaultClassLoader_isWhatIsSetAtCaching() {
    Caching.setDefaultClassLoader(other);
    try {
      CachingProvider ofOther = Caching.getCachingProvider(CairnCachingProvider.class.getName());
      assertThat(ofOther)
          .isSameAs(Caching.getCachingProvider(CairnCachingProvider.class.getName(), other))
          .isNotSameAs(Caching.getCachingProvider(CairnCachingProvider.class.getName(), own));
      create(ofOther.getCacheManager(uri, null)).put("k", "v");

      ofOther.close();

      assertThat(Beans.of(uri)).isEmpty();
    } finally {
      Caching.setDefaultClassLoader(null);
    }
  }

  @Test
  void cachingProvider_closed_beginsANewLife() {
    CachingProvider found = Caching.getCachingProvider(CairnCachingProvider.class.getName());
    Cache<String, String> before = create(found.getCacheManager(uri, own));
    found.close();
    assertThatThrownBy(() -> before.put("k", "v")).isInstanceOf(IllegalStateException.class);

    CachingProvider again = Caching.getCachingProvider(CairnCachingProvider.class.getName());
    Cache<String, String> after = create(again.getCacheManager(uri, own));
    after.put("k", "v");
    assertThat(after.get("k")).isEqualTo("v");
    again.close();
    assertThat(after.isClosed()).isTrue();
  }

  @Test
  void backgroundThreads_haveTheManagersContextClassLoader() throws Exception {
    ContextLoader loader = new ContextLoader();
    Cache<String, ClassLoader> cache =
        provider
            .getCacheManager(uri, other)
            .createCache(
                "loaders",
                new MutableConfiguration<String, ClassLoader>()
                    .setStoreByValue(false)
                    .setTypes(String.class, ClassLoader.class)
                    .setCacheLoaderFactory(() -> loader));
    CompletionListenerFuture loaded = new CompletionListenerFuture();

    cache.loadAll(Set.of("k"), false, loaded);
    loaded.get();

    assertThat(cache.get("k")).isSameAs(other);
  }

  private static final class ContextLoader implements CacheLoader<String, ClassLoader> {
    @Override
    public ClassLoader load(String key) {
      return Thread.currentThread().getContextClassLoader();
    }

    @Override
    public Map<String, ClassLoader> loadAll(Iterable<? extends String> keys) {
      return Map.of(keys.iterator().next(), load("any"));
    }
  }

  private static Cache<String, String> create(CacheManager manager) {
    return manager.createCache(
        "c",
        new MutableConfiguration<String, String>()
            .setTypes(String.class, String.class)
            .setStatisticsEnabled(true)
            .setManagementEnabled(true));
  }
}
