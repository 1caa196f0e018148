package org.cairncache.s3;

import java.nio.file.Path;
import org.cairncache.testkit.CacheEnvironment;
import org.cairncache.testkit.ConfiguredEnvironment;
import org.cairncache.testkit.corners.CornerSuite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The S3 store keeps every promise of the corner suite. */
final class S3CornersTest extends CornerSuite {
  private final S3Place place = new S3Place();

  @TempDir Path directory;

  @Override
  protected CacheEnvironment environment() {
    return new ConfiguredEnvironment(
        directory,
        place.uri(),
        "endpoint = \"" + place.server().uri() + "\"",
        "path-style = true",
        "credentials = " + TestCredentials.class.getName());
  }

  @AfterEach
  void close() {
    place.close();
  }
}
