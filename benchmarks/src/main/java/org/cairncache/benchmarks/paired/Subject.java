package org.cairncache.benchmarks.paired;

import java.nio.file.Path;

/** A cache library under measurement. Stateless: every {@link #open} makes a new cache. */
public interface Subject {
  /** Names the subject on the command line and in JSON. */
  String id();

  /** What the table prints. */
  String label();

  /** The file the subject's code comes from; its name carries the version. */
  String artifact();

  /**
   * Opens an empty cache of that shape for {@code entries} entries.
   *
   * @throws UnsupportedOperationException where the subject has no such configuration
   */
  OpenCache open(CacheShape shape, int entries);

  /** The loop that runs the operation on the caches of this subject. */
  Class<? extends Loop> loopFor(Operation operation);

  /** The jar that {@code type} was loaded from, or the end of the folder's path. */
  static String artifactOf(Class<?> type) {
    var source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      return "the JDK";
    }
    Path path = Path.of(source.getLocation().getPath());
    int names = path.getNameCount();
    boolean jar = path.toString().endsWith(".jar");
    return path.subpath(Math.max(0, names - (jar ? 1 : 3)), names).toString();
  }
}
