package org.cairncache.cdi;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.lang.annotation.Annotation;
import java.util.Map;

/** An application with some beans, in the CDI implementation that is on the class path. */
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
      return new Container(SeContainerInitializer.newInstance().addBeanClasses(beans).initialize());
    } finally {
      settings.keySet().forEach(System::clearProperty);
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
