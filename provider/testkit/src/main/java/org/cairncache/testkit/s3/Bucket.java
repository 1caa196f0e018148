package org.cairncache.testkit.s3;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.cairncache.testkit.http.KeyOrder;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one bucket, in the order of the bytes of their keys. Guarded by the service that
 * has it.
 */
final class Bucket {
  private final NavigableMap<String, S3Object> objects = new TreeMap<>(KeyOrder.BY_BYTES);

  NavigableMap<String, S3Object> objects() {
    return objects;
  }

  /** The object, null if there is none. */
  @Nullable S3Object find(String key) {
    return objects.get(key);
  }

  /**
   * The object.
   *
   * @throws S3Failure 404 if there is none
   */
  S3Object get(String key) {
    S3Object object = objects.get(key);
    if (object == null) {
      throw S3Failure.noSuchKey();
    }
    return object;
  }
}
