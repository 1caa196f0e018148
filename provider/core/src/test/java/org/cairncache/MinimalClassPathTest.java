package org.cairncache;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URL;
import java.net.URLClassLoader;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.Test;

/** What is not used is not loaded: a start without a configuration needs no reader of them. */
class MinimalClassPathTest {
  @Test
  void createCache_withoutTheReaderOfConfigurations_works() throws Exception {
    URL[] jars = {
      homeOf(CairnCachingProvider.class), homeOf(Caching.class), homeOf(Caffeine.class)
    };
    try (var loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
      Object provider = make(loader, CairnCachingProvider.class);
      Class<?> type = loader.loadClass(CachingProvider.class.getName());
      Object manager = type.getMethod("getCacheManager").invoke(provider);

      Object cache =
          loader
              .loadClass(CacheManager.class.getName())
              .getMethod(
                  "createCache", String.class, loader.loadClass(Configuration.class.getName()))
              .invoke(manager, "alone", make(loader, MutableConfiguration.class));

      Class<?> cacheType = loader.loadClass(Cache.class.getName());
      cacheType.getMethod("put", Object.class, Object.class).invoke(cache, "key", "value");
      assertThat(cacheType.getMethod("get", Object.class).invoke(cache, "key")).isEqualTo("value");
      type.getMethod("close").invoke(provider);
    }
  }

  private static Object make(ClassLoader loader, Class<?> type) throws Exception {
    return loader.loadClass(type.getName()).getConstructor().newInstance();
  }

  private static URL homeOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
