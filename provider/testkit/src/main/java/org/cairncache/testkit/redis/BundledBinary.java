package org.cairncache.testkit.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import redis.embedded.core.ExecutableProvider;

/** The server inside the artifact embedded-redis; the only class that needs that artifact. */
final class BundledBinary {
  private BundledBinary() {}

  /** Writes the one for this system into a directory that is deleted when the JVM ends. */
  static Path extract() {
    WorkingDirectory directory = WorkingDirectory.create();
    Running.untilTheEnd(directory::delete);
    try {
      return ExecutableProvider.newJarResourceProvider(directory.path().toFile()).get().toPath();
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "No redis-server 7 is on the PATH, and com.github.codemonstur:embedded-redis is not on"
              + " the class path",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
