package org.cairncache.file;

import java.nio.file.Path;
import org.cairncache.testkit.CacheEnvironment;
import org.cairncache.testkit.ConfiguredEnvironment;
import org.cairncache.testkit.corners.CornerSuite;
import org.junit.jupiter.api.io.TempDir;

/** The file store keeps every promise of the corner suite. */
final class FileCornersTest extends CornerSuite {
  @TempDir Path directory;

  @Override
  protected CacheEnvironment environment() {
    return new ConfiguredEnvironment(directory, directory.resolve("store").toUri());
  }
}
