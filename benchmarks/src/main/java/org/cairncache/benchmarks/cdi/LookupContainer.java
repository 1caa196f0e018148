package org.cairncache.benchmarks.cdi;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;

/** A CDI container with the beans, whose caches are in memory. */
final class LookupContainer implements AutoCloseable {
  private static final String MISSING_CACHE = "cairn.cdi.missing-cache";

  private final SeContainer container;

  private LookupContainer(SeContainer container) {
    this.container = container;
  }

  /** Starts one; not by two threads at once, as it sets a system property. */
  static LookupContainer start() {
    String before = System.setProperty(MISSING_CACHE, "create");
    try {
      SeContainerInitializer initializer = SeContainerInitializer.newInstance();
      initializer.addBeanClasses(LookupBeans.ProceedsInterceptor.class);
      for (LookupKind kind : LookupKind.values()) {
        initializer.addBeanClasses(kind.bean());
      }
      return new LookupContainer(initializer.initialize());
    } finally {
      if (before == null) {
        System.clearProperty(MISSING_CACHE);
      } else {
        System.setProperty(MISSING_CACHE, before);
      }
    }
  }

  /** The proxy of a bean, after it was called for each of the numbers. */
  Lookup lookup(LookupKind kind, Object[] numbers) {
    Lookup lookup = container.select(kind.bean()).get();
    for (Object number : numbers) {
      lookup.find((Long) number);
    }
    return lookup;
  }

  @Override
  public void close() {
    container.close();
  }
}
