package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.annotation.CacheResult;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.CairnCachingProvider;
import org.junit.jupiter.api.Test;

/** What ends with an application, and what does not. */
final class UndeployTest {
  @ApplicationScoped
  public static class Squares {
    private final AtomicInteger calls = new AtomicInteger();
    @Inject CacheManager manager;

    @CacheResult(cacheName = "squares")
    public int of(int number) {
      calls.incrementAndGet();
      return number * number;
    }

    public int calls() {
      return calls.get();
    }

    CacheManager manager() {
      return manager;
    }
  }

  private static final Map<String, String> CREATE = Map.of("cairn.cdi.missing-cache", "create");

  // Weld has several applications in one class loader, OpenWebBeans does not.
  private static ClassLoader otherOr(ClassLoader loader) {
    boolean weld =
        SeContainerInitializer.newInstance().getClass().getName().startsWith("org.jboss.weld");
    return weld ? loader : new URLClassLoader(new URL[0], loader.getParent());
  }

  @Test
  void close_oneOfTwoApplications_leavesTheOther() {
    ClassLoader loader = new URLClassLoader(new URL[0], getClass().getClassLoader());
    try (Container other = Container.with(loader, CREATE, Squares.class)) {
      Squares others = other.get(Squares.class);
      others.of(3);
      CacheManager closed;
      try (Container one = Container.with(otherOr(loader), CREATE, Squares.class)) {
        closed = one.get(CacheManager.class);
        assertThat(one.get(Squares.class).of(3)).isEqualTo(9);
        assertThat(one.get(Squares.class).calls()).as("its own cache").isEqualTo(1);
        assertThat(closed.getURI()).isEqualTo(others.manager().getURI());
      }
      assertThat(closed.isClosed()).isTrue();
      assertThat(others.manager().isClosed()).isFalse();
      assertThat(others.of(3)).isEqualTo(9);
      assertThat(others.calls()).isEqualTo(1);
    }
  }

  @Test
  void application_beginningToEnd_leavesTheRegistryAlone() {
    var provider = Caching.getCachingProvider(CairnCachingProvider.class.getName());
    CacheManager registered = provider.getCacheManager();
    Cache<Object, Object> cache = registered.createCache("squares", new MutableConfiguration<>());
    try (Container container = Container.of(Squares.class)) {
      container.get(Squares.class).of(3);
      assertThat(container.get(CacheManager.class)).isNotSameAs(registered);
    }
    assertThat(cache.isClosed()).isFalse();
    assertThat(cache.iterator().hasNext()).as("touched").isFalse();
    assertThat(Caching.getCachingProviders()).hasSize(1);
    registered.close();
  }

  @Test
  void close_applicationOfManager_closesIt() {
    CacheManager manager;
    try (Container container = Container.of(Squares.class)) {
      manager = container.get(Squares.class).manager();
      assertThat(manager.unwrap(CacheManager.class).getCachingProvider())
          .isInstanceOf(CairnCachingProvider.class);
    }
    assertThat(manager.isClosed()).isTrue();
  }

  @ApplicationScoped
  public static class Producer {
    static CacheManager produced;

    @Produces
    @ApplicationScoped
    CacheManager manager() {
      return produced;
    }
  }

  @Test
  void close_producedManager_staysOpen() {
    try (CairnCachingProvider provider = new CairnCachingProvider()) {
      Producer.produced = provider.getCacheManager();
      Producer.produced.createCache("squares", new MutableConfiguration<>());
      try (Container container = Container.with(Map.of(), Squares.class, Producer.class)) {
        Squares squares = container.get(Squares.class);
        squares.of(3);
        squares.of(3);
        assertThat(squares.calls()).isEqualTo(1);
        squares.manager().createCache("x", new MutableConfiguration<>());
        assertThat(Producer.produced.getCacheNames()).contains("x");
      }
      assertThat(Producer.produced.isClosed()).isFalse();
      assertThat(Producer.produced.getCache("squares").iterator().hasNext()).isTrue();
    }
  }

  @ApplicationScoped
  public static class Uncached {
    @Inject CacheManager manager;

    CacheManager manager() {
      return manager;
    }
  }

  @Test
  void inject_managerWithoutAnyAnnotation_isOpenUntilTheEnd() {
    CacheManager manager;
    try (Container container = Container.with(Map.of(), Uncached.class)) {
      manager = container.get(Uncached.class).manager();
      assertThat(manager.isClosed()).isFalse();
    }
    assertThat(manager.isClosed()).isTrue();
  }
}
