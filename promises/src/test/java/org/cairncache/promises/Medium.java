package org.cairncache.promises;

import java.nio.file.Path;
import java.util.function.Function;

/** The stores that processes share, each held to every promise. A new one is one line here. */
enum Medium {
  FILE(FilePlace::new),
  REDIS(directory -> new RedisPlace()),
  S3(directory -> BucketPlace.s3()),
  GCS(directory -> BucketPlace.gcs());

  private final Function<Path, Place> places;

  Medium(Function<Path, Place> places) {
    this.places = places;
  }

  /** An empty place of its own; it may use the directory, which is empty and outlives it. */
  Place open(Path directory) {
    return places.apply(directory);
  }
}
