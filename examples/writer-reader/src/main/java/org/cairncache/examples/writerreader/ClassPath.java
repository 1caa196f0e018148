package org.cairncache.examples.writerreader;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Finds what a process started by this one needs. */
final class ClassPath {
  private ClassPath() {}

  /** The class path, also where a build tool runs this class within its own process. */
  static String ofThisProcess() {
    if (WriterReader.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(ClassPath::path)
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }

  private static String path(URL element) {
    try {
      return Path.of(element.toURI()).toString();
    } catch (URISyntaxException malformed) {
      throw new IllegalStateException(malformed);
    }
  }
}
