package org.cairncache.cdi;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.lang.annotation.Annotation;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;

/**
 * An application with some beans, in the CDI implementation that is on the class path. The beans of
 * all tests would be found by discovery, so there is none, which in Weld is none of extensions
 * either.
 */
final class Container implements AutoCloseable {
  private static final String CREATE = "create";

  private final SeContainer container;

  private Container(SeContainer container) {
    this.container = container;
  }

  /** Starts one whose caches need no declaration. */
  static Container of(Class<?>... beans) {
    return with(Map.of("cairn.cdi.missing-cache", CREATE), beans);
  }

  /** Starts one with these system properties. */
  static Container with(Map<String, String> settings, Class<?>... beans) {
    settings.forEach(System::setProperty);
    try {
      return new Container(deployed(beans));
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  /** With a context class loader of its own, by which OpenWebBeans tells applications apart. */
  private static SeContainer deployed(Class<?>... beans) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(new URLClassLoader(new URL[0], before));
    try {
      return SeContainerInitializer.newInstance()
          .disableDiscovery()
          .addExtensions(CairnExtension.class)
          .addBeanClasses(beans)
          .initialize();
    } finally {
      thread.setContextClassLoader(before);
    }
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
