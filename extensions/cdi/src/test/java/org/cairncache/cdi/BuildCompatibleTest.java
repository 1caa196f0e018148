package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheResult;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.CairnCachingProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The build-compatible extension, where the container does not find the portable one. */
final class BuildCompatibleTest {
  private static final String MISSING_CACHE = "cairn.cdi.missing-cache";

  @ApplicationScoped
  @CacheDefaults(cacheName = "squares")
  public static class Squares {
    private final AtomicInteger calls = new AtomicInteger();
    @Inject CacheManager manager;
    @Inject @CacheName Cache<Object, Object> cache;

    @CacheResult
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

    Cache<Object, Object> cache() {
      return cache;
    }
  }

  @ApplicationScoped
  public static class NoValue {
    @CachePut(cacheName = "a")
    public void change(int id, String name) {}
  }

  @ApplicationScoped
  public static class WrongPoint {
    @Inject
    @CacheName("nowhere")
    Cache<Object, Object> cache;
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

  @ApplicationScoped
  public static class OtherProducer {
    @Produces
    @ApplicationScoped
    CacheManager manager() {
      return Producer.produced;
    }
  }

  /** Finds every service but the portable extension. */
  private static final class Lite extends ClassLoader {
    Lite() {
      super(BuildCompatibleTest.class.getClassLoader());
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.equals("META-INF/services/" + Extension.class.getName())
          ? Collections.enumeration(
              Collections.list(super.getResources(name)).stream()
                  .filter(url -> !ApplicationLoader.isOfCairn(url.toString()))
                  .toList())
          : super.getResources(name);
    }
  }

  private static SeContainer deploy(Class<?>... beans) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    ClassLoader lite = new Lite();
    thread.setContextClassLoader(lite);
    try {
      SeContainerInitializer container =
          SeContainerInitializer.newInstance().setClassLoader(lite).addBeanClasses(beans);
      addTo(container);
      return container.initialize();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void addTo(SeContainerInitializer container) {
    try {
      container
          .getClass()
          .getMethod("addBuildCompatibleExtensions", Class[].class)
          .invoke(container, (Object) new Class<?>[] {UnmarkedExtension.class});
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String refusal(Class<?>... beans) {
    return Refusal.textOf(catchThrowable(() -> deploy(beans).close()));
  }

  @BeforeEach
  void create() {
    assumeTrue(
        SeContainerInitializer.newInstance().getClass().getName().startsWith("org.jboss.weld"),
        "OpenWebBeans 4 knows no build-compatible extensions");
    System.setProperty(MISSING_CACHE, "create");
  }

  @AfterEach
  void clear() {
    System.clearProperty(MISSING_CACHE);
  }

  @Test
  void cachedMethod_isCached() {
    CacheManager manager;
    try (SeContainer container = deploy(Squares.class)) {
      Squares squares = container.select(Squares.class).get();
      assertThat(squares.of(3)).isEqualTo(9);
      assertThat(squares.of(3)).isEqualTo(9);
      assertThat(squares.calls()).isEqualTo(1);
      assertThat(squares.cache().getName()).isEqualTo("squares");
      assertThat(container.select(CairnExtension.class).isUnsatisfied())
          .as("the portable extension is hidden")
          .isTrue();
      manager = squares.manager();
      assertThat(manager.getCacheNames()).containsExactly("squares");
    }
    assertThat(manager.isClosed()).isTrue();
  }

  @Test
  void deploy_wrongAnnotation_isRefused() {
    assertThat(refusal(NoValue.class))
        .contains("NoValue.change(int, String) has @CachePut and no parameters with @CacheValue");
  }

  @Test
  void deploy_missingCache_isRefusedWhenTheApplicationStarts() {
    System.setProperty(MISSING_CACHE, "fail");
    assertThat(refusal(Squares.class, WrongPoint.class))
        .contains("There is no cache \"squares\"")
        .contains("WrongPoint.cache: There is no cache \"nowhere\"");
  }

  @Test
  void deploy_producedManager_isUsedAndStaysOpen() {
    System.setProperty(MISSING_CACHE, "fail");
    try (CairnCachingProvider provider = new CairnCachingProvider()) {
      Producer.produced = provider.getCacheManager();
      Producer.produced.createCache("squares", new MutableConfiguration<>());
      try (SeContainer container = deploy(Squares.class, Producer.class)) {
        Squares squares = container.select(Squares.class).get();
        squares.of(3);
        squares.of(3);
        assertThat(squares.calls()).isEqualTo(1);
      }
      assertThat(Producer.produced.isClosed()).isFalse();
      assertThat(Producer.produced.getCache("squares")).hasSize(1);
    }
  }

  @Test
  void deploy_twoManagers_isRefused() {
    assertThat(refusal(Producer.class, OtherProducer.class))
        .contains("There must be one cache manager");
  }

  @Test
  void services_both_areThere() {
    assertThat(ServiceLoader.load(BuildCompatibleExtension.class))
        .hasAtLeastOneElementOfType(CairnBuildCompatibleExtension.class);
    assertThat(ServiceLoader.load(Extension.class))
        .hasAtLeastOneElementOfType(CairnExtension.class);
  }
}
