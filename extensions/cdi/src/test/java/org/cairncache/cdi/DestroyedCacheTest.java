package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.CairnCachingProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What methods do when their cache is destroyed or closed, and there is another of its name. */
@Timeout(60)
final class DestroyedCacheTest {
  @ApplicationScoped
  @CacheDefaults(cacheName = "destroyed")
  public static class Store {
    private final AtomicInteger calls = new AtomicInteger();

    @CacheResult
    public int find(String key) {
      return calls.incrementAndGet();
    }

    @CacheResult(exceptionCacheName = "failures")
    public int fail(String key, boolean really) {
      throw new IllegalStateException("call " + calls.incrementAndGet());
    }

    @CachePut
    public void put(String key, @CacheValue int value) {}

    @CacheRemove
    public void remove(String key) {}

    @CacheRemoveAll
    public void clear() {}
  }

  /** A manager of the application, which alone creates its caches. */
  @ApplicationScoped
  public static class Declared {
    @Produces
    @Singleton
    CacheManager manager() {
      CacheManager manager =
          new CairnCachingProvider()
              .getCacheManager(
                  URI.create("cairn:default"), getClass().getClassLoader(), new Properties());
      create(manager, "destroyed");
      create(manager, "failures");
      return manager;
    }
  }

  private static final MethodKey KEY = MethodKey.of("a");

  private static Cache<Object, Object> create(CacheManager manager, String name) {
    return manager.createCache(name, new MutableConfiguration<>());
  }

  private static Cache<Object, Object> anew(Container container, String name) {
    CacheManager manager = container.get(CacheManager.class);
    manager.destroyCache(name);
    return create(manager, name);
  }

  @Test
  void result_cacheIsDestroyedAndCreatedAnew_isKeptInTheNewOne() {
    try (Container container = Container.of(Store.class)) {
      Store store = container.get(Store.class);
      assertThat(store.find("a")).isEqualTo(1);
      Cache<Object, Object> cache = anew(container, "destroyed");
      assertThat(store.find("a")).isEqualTo(2);
      assertThat(store.find("a")).isEqualTo(2);
      assertThat(cache.get(KEY)).isEqualTo(2);
    }
  }

  @Test
  void exception_cacheIsDestroyedAndCreatedAnew_isKeptInTheNewOne() {
    try (Container container = Container.of(Store.class)) {
      Store store = container.get(Store.class);
      assertThatThrownBy(() -> store.fail("a", true)).hasMessage("call 1");
      assertThatThrownBy(() -> store.fail("a", true)).hasMessage("call 1");
      Cache<Object, Object> cache = anew(container, "failures");
      assertThatThrownBy(() -> store.fail("a", true)).hasMessage("call 2");
      assertThatThrownBy(() -> store.fail("a", true)).hasMessage("call 2");
      assertThat(cache).hasSize(1);
    }
  }

  @Test
  void changes_cacheIsDestroyedAndCreatedAnew_areMadeInTheNewOne() {
    try (Container container = Container.of(Store.class)) {
      Store store = container.get(Store.class);
      store.put("a", 7);
      store.remove("a");
      store.clear();
      Cache<Object, Object> cache = anew(container, "destroyed");
      store.put("a", 7);
      assertThat(cache.get(KEY)).isEqualTo(7);
      store.remove("a");
      assertThat(cache).isEmpty();
      cache.put(KEY, 8);
      store.clear();
      assertThat(cache).isEmpty();
    }
  }

  @Test
  void result_cacheIsClosedAndCreatedAnew_isKeptInTheNewOne() {
    try (Container container = Container.of(Store.class)) {
      Store store = container.get(Store.class);
      store.find("a");
      container.cache("destroyed").close();
      store.find("b");
      assertThat(container.cache("destroyed").containsKey(MethodKey.of("b"))).isTrue();
    }
  }

  @Test
  void result_cacheIsDestroyed_callSaysWhichIsMissingUntilItIsThere() {
    try (Container container = Container.with(Map.of(), Store.class, Declared.class)) {
      Store store = container.get(Store.class);
      assertThat(store.find("a")).isEqualTo(1);
      CacheManager manager = container.get(CacheManager.class);
      manager.destroyCache("destroyed");
      assertThatThrownBy(() -> store.find("a"))
          .isInstanceOf(CacheException.class)
          .hasMessageContaining("destroyed");
      create(manager, "destroyed");
      assertThat(store.find("a")).isEqualTo(2);
      assertThat(store.find("a")).isEqualTo(2);
      manager.close();
    }
  }
}
