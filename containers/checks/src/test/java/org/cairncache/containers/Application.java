package org.cairncache.containers;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** An application to deploy: its name is its path. */
record Application(String name, Path archive) {
  private static final Path ARCHIVES = Path.of(System.getProperty("containers.archives"));

  /** The example. */
  static final Application WORLD_CLOCK =
      new Application("world-clock", ARCHIVES.resolve("world-clock.war"));

  /** The probe, whose calls are counted. */
  static final Application PROBE = probe("probe");

  /** The same archive once more, as an application of another name. */
  static Application probe(String name) {
    return new Application(name, ARCHIVES.resolve("probe.war"));
  }

  /** Copies the libraries that it brings into a new directory. */
  void unpackLibraries(Path target) throws IOException {
    Files.createDirectories(target);
    try (FileSystem inside = FileSystems.newFileSystem(archive);
        Stream<Path> libraries = Files.list(inside.getPath("WEB-INF/lib"))) {
      for (Path library : libraries.toList()) {
        Files.copy(library, target.resolve(library.getFileName().toString()));
      }
    }
  }
}
