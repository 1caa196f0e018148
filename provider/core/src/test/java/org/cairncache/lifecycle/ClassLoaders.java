package org.cairncache.lifecycle;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.typesafe.config.Config;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;
import javax.cache.Caching;
import org.cairncache.CairnCachingProvider;
import org.jspecify.annotations.NullMarked;

/** Class loaders as an application server has them. */
final class ClassLoaders {
  private ClassLoaders() {}

  /** An application that brings all with it: Cairn, the API, Caffeine, its own classes. */
  static URLClassLoader bringingAll() {
    return new URLClassLoader(
        urls(
            Application.class,
            CairnCachingProvider.class,
            Caching.class,
            Caffeine.class,
            Config.class,
            NullMarked.class),
        ClassLoader.getPlatformClassLoader());
  }

  /** An application beside others: only {@link Application} and its like are its own. */
  static URLClassLoader ofApplication() {
    return new OwnFirst(urls(Application.class), ClassLoaders.class.getClassLoader());
  }

  /** Starts the {@link Application} of the loader. */
  static RunningApplication start(ClassLoader loader) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Class<?> type = Class.forName(Application.class.getName(), true, loader);
      Application.check(type.getClassLoader() == loader, "its own class");
      return new RunningApplication(type.getConstructor().newInstance());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** An application, seen from outside of its class loader. */
  record RunningApplication(Object application) implements Runnable, AutoCloseable {
    @Override
    public void run() {
      ((Runnable) application).run();
    }

    @Override
    public void close() throws Exception {
      ((AutoCloseable) application).close();
    }
  }

  private static URL[] urls(Class<?>... classes) {
    return Stream.of(classes)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .distinct()
        .toArray(URL[]::new);
  }

  private static final class OwnFirst extends URLClassLoader {
    OwnFirst(URL[] urls, ClassLoader parent) {
      super(urls, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(Application.class.getName())) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }
}
