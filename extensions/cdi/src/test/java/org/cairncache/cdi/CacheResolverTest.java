package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheInvocationContext;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CacheMethodDetails;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResolver;
import javax.cache.annotation.CacheResolverFactory;
import javax.cache.annotation.CacheResult;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where the objects behind {@code cacheResolverFactory} come from, and what they are asked. */
@Timeout(60)
final class CacheResolverTest {
  /** Resolves to the cache that the first argument names; writes down what it is asked. */
  @ApplicationScoped
  public static class Tenants implements CacheResolverFactory {
    final List<String> asked = new ArrayList<>();
    final List<CacheInvocationContext<? extends Annotation>> contexts = new ArrayList<>();
    @Inject private CacheManager manager;

    @Override
    public CacheResolver getCacheResolver(CacheMethodDetails<? extends Annotation> method) {
      asked.add("cache of " + method.getMethod().getName() + " in " + method.getCacheName());
      return resolver("");
    }

    @Override
    public CacheResolver getExceptionCacheResolver(CacheMethodDetails<CacheResult> method) {
      asked.add("exceptions of " + method.getCacheAnnotation().exceptionCacheName());
      return resolver(" failures");
    }

    private CacheResolver resolver(String suffix) {
      return new CacheResolver() {
        @Override
        public <K, V> Cache<K, V> resolveCache(
            CacheInvocationContext<? extends Annotation> context) {
          contexts.add(context);
          return open(manager(), context.getAllParameters()[0].getValue() + suffix);
        }
      };
    }

    CacheManager manager() {
      return manager;
    }

    List<String> asked() {
      return asked;
    }

    List<CacheInvocationContext<? extends Annotation>> contexts() {
      return contexts;
    }
  }

  /** No bean, and not to be made without its manager. */
  public static class Produced extends Tenants {
    private final CacheManager manager;

    Produced(CacheManager manager) {
      this.manager = manager;
    }

    @Override
    CacheManager manager() {
      return manager;
    }
  }

  @ApplicationScoped
  public static class Producer {
    @Produces
    Produced one(CacheManager manager) {
      return new Produced(manager);
    }
  }

  @ApplicationScoped
  public static class OtherProducer {
    @Produces
    Produced other(CacheManager manager) {
      return new Produced(manager);
    }
  }

  /** No bean. */
  static final class Plain implements CacheResolverFactory {
    @Override
    public CacheResolver getCacheResolver(CacheMethodDetails<? extends Annotation> method) {
      return new CacheResolver() {
        @Override
        @SuppressWarnings("NullAway") // against its contract
        public <K, V> Cache<K, V> resolveCache(
            CacheInvocationContext<? extends Annotation> context) {
          return null;
        }
      };
    }

    @Override
    public CacheResolver getExceptionCacheResolver(CacheMethodDetails<CacheResult> method) {
      throw new UnsupportedOperationException();
    }
  }

  @ApplicationScoped
  @CacheDefaults(cacheName = "named", cacheResolverFactory = Tenants.class)
  public static class Store {
    @CacheResult
    public String find(String tenant, @CacheKey String key) {
      return "found for " + tenant;
    }

    @CacheResult(exceptionCacheName = "failing")
    public String fail(String tenant, @CacheKey String key) throws IOException {
      throw new IOException("for " + tenant);
    }

    @CacheRemoveAll
    public void clear(String tenant) {}
  }

  @ApplicationScoped
  public static class ByProduced {
    @CacheResult(cacheName = "named", cacheResolverFactory = Produced.class)
    public String find(String tenant, @CacheKey String key) {
      return "found for " + tenant;
    }
  }

  @ApplicationScoped
  public static class ByPlain {
    @CacheResult(cacheName = "named", cacheResolverFactory = Plain.class)
    public String find(String key) {
      return key;
    }
  }

  private static final MethodKey KEY = MethodKey.of("a");

  private static <K, V> Cache<K, V> open(CacheManager manager, String name) {
    Cache<K, V> open = manager.getCache(name);
    return open != null ? open : manager.createCache(name, new MutableConfiguration<>());
  }

  @Test
  void resolver_saysTheCacheOfEachCall() {
    try (Container container = Container.of(Store.class, Tenants.class)) {
      Store store = container.get(Store.class);
      assertThat(store.find("x", "a")).isEqualTo("found for x");
      assertThat(store.find("y", "a")).isEqualTo("found for y");
      assertThat(container.cache("x").get(KEY)).isEqualTo("found for x");
      assertThat(container.cache("y").get(KEY)).isEqualTo("found for y");
      store.clear("x");
      assertThat(container.cache("x")).isEmpty();
      assertThat(container.cache("y")).hasSize(1);
    }
  }

  @Test
  void factory_isAskedOnceForEachMethod() {
    try (Container container = Container.of(Store.class, Tenants.class)) {
      Store store = container.get(Store.class);
      store.find("x", "a");
      store.find("x", "b");
      store.find("y", "a");
      store.clear("x");
      assertThatThrownBy(() -> store.fail("x", "a")).hasMessage("for x");
      assertThat(container.get(Tenants.class).asked())
          .containsExactlyInAnyOrder(
              "cache of find in named",
              "cache of clear in named",
              "cache of fail in named",
              "exceptions of failing");
    }
  }

  @Test
  void resolver_isAskedForEachCall() throws Exception {
    try (Container container = Container.of(Store.class, Tenants.class)) {
      Store store = container.get(Store.class);
      store.find("x", "a");
      store.find("x", "a");
      store.clear("x");
      var contexts = container.get(Tenants.class).contexts();
      assertThat(contexts).hasSize(3);
      assertThat(contexts.get(0).getTarget()).isInstanceOf(Store.class);
      assertThat(contexts.get(0).getCacheName()).isEqualTo("named");
      assertThat(contexts.get(0).getCacheAnnotation()).isInstanceOf(CacheResult.class);
      assertThat(contexts.get(2).getMethod())
          .isEqualTo(Store.class.getMethod("clear", String.class));
      assertThat(contexts.get(2).getCacheAnnotation()).isInstanceOf(CacheRemoveAll.class);
    }
  }

  @Test
  void exceptionResolver_saysTheCacheOfExceptions() {
    try (Container container = Container.of(Store.class, Tenants.class)) {
      Store store = container.get(Store.class);
      assertThatThrownBy(() -> store.fail("x", "a")).isInstanceOf(IOException.class);
      assertThat(container.cache("x failures").get(KEY)).isInstanceOf(IOException.class);
      assertThat(container.cache("x")).isEmpty();
      assertThatThrownBy(() -> store.fail("y", "a")).hasMessage("for y");
    }
  }

  @Test
  void factory_ofAProducer_isTheOneProduced() {
    try (Container container = Container.of(ByProduced.class, Producer.class)) {
      container.get(ByProduced.class).find("x", "a");
      assertThat(container.cache("x").get(KEY)).isEqualTo("found for x");
    }
  }

  @Test
  void factory_ofTwoProducers_isRefusedAtDeployment() {
    assertThatThrownBy(
            () -> Container.of(ByProduced.class, Producer.class, OtherProducer.class).close())
        .hasStackTraceContaining("ByProduced.find(String, String)")
        .hasStackTraceContaining("Produced is ambiguous");
  }

  @Test
  void factory_plainClassWhoseResolverGivesNoCache_callFailsNamingTheMethod() {
    try (Container container = Container.of(ByPlain.class)) {
      ByPlain bean = container.get(ByPlain.class);
      assertThatThrownBy(() -> bean.find("a"))
          .isInstanceOf(NullPointerException.class)
          .hasMessageContaining("ByPlain.find(String)");
    }
  }
}
