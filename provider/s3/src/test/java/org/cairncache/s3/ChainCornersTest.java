package org.cairncache.s3;

import java.nio.file.Path;
import org.cairncache.testkit.CacheEnvironment;
import org.cairncache.testkit.ConfiguredEnvironment;
import org.cairncache.testkit.corners.CornerSuite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Memory over files over S3 keeps every promise of the corner suite. */
@EnabledIfSystemProperty(named = "nightly", matches = "true")
final class ChainCornersTest extends CornerSuite {
  private final S3Place place = new S3Place();

  @TempDir Path directory;

  @Override
  protected CacheEnvironment environment() {
    return ConfiguredEnvironment.onTiers(
        directory,
        """
        { store = "memory:" }
        { store = "%s" }
        { store = "%s", endpoint = "%s", path-style = true, credentials = "%s" }
        """
            .formatted(
                directory.resolve("near").toUri(),
                place.uri(),
                place.server().uri(),
                TestCredentials.class.getName()));
  }

  @AfterEach
  void close() {
    place.close();
  }
}
