package org.cairncache.gcs;

import java.nio.file.Path;
import org.cairncache.testkit.CacheEnvironment;
import org.cairncache.testkit.ConfiguredEnvironment;
import org.cairncache.testkit.corners.CornerSuite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The store in Cloud Storage keeps every promise of the corner suite. */
final class GcsCornersTest extends CornerSuite {
  private final GcsPlace place = new GcsPlace();

  @TempDir Path directory;

  @Override
  protected CacheEnvironment environment() {
    return new ConfiguredEnvironment(
        directory, place.uri(), "endpoint = \"" + place.server().uri() + "\"", "anonymous = true");
  }

  @AfterEach
  void close() {
    place.close();
  }
}
