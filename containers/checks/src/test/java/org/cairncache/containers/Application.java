package org.cairncache.containers;

import java.nio.file.Path;

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
}
