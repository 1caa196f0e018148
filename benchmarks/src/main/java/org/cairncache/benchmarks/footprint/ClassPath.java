package org.cairncache.benchmarks.footprint;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a JVM may load. Immutable. */
record ClassPath(List<Path> entries) {
  private static final String BUILT = "classes";

  ClassPath {
    entries = List.copyOf(entries);
  }

  /** Everything that this JVM may load. */
  static ClassPath own() {
    String text = System.getProperty("java.class.path");
    return new ClassPath(
        Pattern.compile(File.pathSeparator).splitAsStream(text).map(Path::of).toList());
  }

  /**
   * Those entries whose names match, as {@link #nameOf} gives them.
   *
   * @throws IllegalStateException if nothing matches one of the patterns
   */
  ClassPath only(List<Pattern> names) {
    var chosen = new ArrayList<Path>();
    for (Pattern name : names) {
      List<Path> found = entries.stream().filter(e -> name.matcher(nameOf(e)).matches()).toList();
      if (found.isEmpty()) {
        throw new IllegalStateException("Nothing on the class path matches " + name);
      }
      chosen.addAll(found);
    }
    return new ClassPath(chosen);
  }

  ClassPath and(Path entry) {
    var all = new ArrayList<>(entries);
    all.add(entry);
    return new ClassPath(all);
  }

  /** As the command line takes it. */
  String text() {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** The name of the jar, or of the module whose build the folder {@code target/classes} is of. */
  static String nameOf(Path entry) {
    Path name = entry.getFileName();
    boolean built = name != null && name.toString().equals(BUILT) && entry.getNameCount() > 2;
    return built ? entry.getName(entry.getNameCount() - 3).toString() : String.valueOf(name);
  }
}
