package org.cairncache.promises;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.cache.CacheManager;

/** All classes once more in this JVM, as in a second application of one server. */
final class ClassLoaderCopy implements AutoCloseable {
  private final URLClassLoader loader;

  ClassLoaderCopy() {
    URL[] classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(ClassLoaderCopy::url)
            .toArray(URL[]::new);
    this.loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String element) {
    try {
      return Path.of(element).toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  /** Adds on a thread of its own, which has started. A failure shows in what is missing. */
  Thread add(ConfigurationFile store, int rounds, String... additions) throws Exception {
    @SuppressWarnings("unchecked")
    Callable<Void> adding =
        (Callable<Void>)
            loader
                .loadClass(Adding.class.getName())
                .getDeclaredConstructor(Path.class, int.class, String[].class)
                .newInstance(store.path(), rounds, additions);
    Thread thread =
        new Thread(
            () -> {
              try {
                adding.call();
              } catch (Exception failure) {
                throw new AssertionError(failure);
              }
            });
    thread.setContextClassLoader(loader);
    thread.start();
    return thread;
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  /** What runs on the classes of the copy. */
  public static final class Adding implements Callable<Void> {
    private final Path store;
    private final List<String> arguments;

    public Adding(Path store, int rounds, String[] additions) {
      this.store = store;
      this.arguments =
          Stream.concat(Stream.of("1", String.valueOf(rounds)), Stream.of(additions)).toList();
    }

    @Override
    public Void call() throws Exception {
      try (CacheManager manager = new ConfigurationFile(store).open()) {
        Adder.add(Adder.cache(manager), arguments);
      }
      return null;
    }
  }
}
