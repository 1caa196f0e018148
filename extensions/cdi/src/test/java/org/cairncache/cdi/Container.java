package org.cairncache.cdi;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.annotation.Annotation;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.cache.Cache;
import javax.cache.CacheManager;

/**
 * An application with some beans, in the CDI implementation that is on the class path. The beans of
 * all tests would be found by discovery, so there is none, which in Weld is none of extensions
 * either.
 */
final class Container implements AutoCloseable {
  private static final String CREATE = "create";

  private final ClassLoader loader;
  private final SeContainer container;

  private Container(SeContainerInitializer application, ClassLoader loader) {
    this.loader = loader;
    container =
        in(() -> application.disableDiscovery().addExtensions(CairnExtension.class).initialize());
  }

  /** Starts one whose caches need no declaration. */
  static Container of(Class<?>... beans) {
    return with(Map.of("cairn.cdi.missing-cache", CREATE), beans);
  }

  /** Starts one with an extension of the test beside. */
  static Container with(Extension extension, Class<?>... beans) {
    return start(
        Map.of("cairn.cdi.missing-cache", CREATE),
        SeContainerInitializer.newInstance().addExtensions(extension).addBeanClasses(beans));
  }

  /** Starts one with these system properties. */
  static Container with(Map<String, String> settings, Class<?>... beans) {
    return start(settings, SeContainerInitializer.newInstance().addBeanClasses(beans));
  }

  /** Starts one with this context class loader, by which OpenWebBeans tells applications apart. */
  static Container with(ClassLoader loader, Map<String, String> settings, Class<?>... beans) {
    return start(settings, SeContainerInitializer.newInstance().addBeanClasses(beans), loader);
  }

  private static Container start(Map<String, String> settings, SeContainerInitializer application) {
    return start(
        settings, application, new URLClassLoader(new URL[0], Container.class.getClassLoader()));
  }

  private static Container start(
      Map<String, String> settings, SeContainerInitializer application, ClassLoader loader) {
    settings.forEach(System::setProperty);
    try {
      return new Container(application, loader);
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  /** Does something as a thread of the application does: with its context class loader. */
  <T> T in(Supplier<T> step) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return step.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The open cache of the name. */
  Cache<Object, Object> cache(String name) {
    return Objects.requireNonNull(get(CacheManager.class).getCache(name), name);
  }

  <T> T get(Class<T> type, Annotation... qualifiers) {
    return container.select(type, qualifiers).get();
  }

  SeContainer container() {
    return container;
  }

  @Override
  public void close() {
    container.close();
  }
}
