package org.cairncache.cdi;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The class loader of an application in a server: some jars of its own, the server's above. */
final class ApplicationLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private ApplicationLoader(Collection<URL> urls, ClassLoader parent) {
    super(urls.toArray(URL[]::new), parent);
  }

  /** One with those entries of the class path of which this holds, by name. */
  static ApplicationLoader of(Predicate<String> entries, ClassLoader parent) {
    return new ApplicationLoader(entries(entries), parent);
  }

  private static List<URL> entries(Predicate<String> entries) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entries)
        .map(ApplicationLoader::url)
        .toList();
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Runs a class that has a constructor without parameters, as the application's own thread. */
  void run(Class<? extends Runnable> type) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(this);
    try {
      Class<?> own = Class.forName(type.getName(), true, this);
      ((Runnable) own.getConstructor().newInstance()).run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Whether an entry of the class path is Cairn's, or of what only Cairn needs. */
  static boolean isOfCairn(String entry) {
    String path = entry.replace(File.separatorChar, '/');
    return Stream.of("/extensions/", "/provider/", "/org/cairncache/", "/caffeine/", "/typesafe/")
        .anyMatch(path::contains);
  }

  /** Whether an entry is that of the tests. */
  static boolean isOfTests(String entry) {
    return entry.endsWith("test-classes");
  }

  @Override
  public String toString() {
    return "application with " + Arrays.toString(getURLs());
  }
}
