package org.cairncache.testkit.gcs;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.cairncache.testkit.http.KeyOrder;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one bucket, of which every reader sees the latest:
 * https://docs.cloud.google.com/storage/docs/consistency, "Strongly consistent operations", listing
 * included. Guarded by the service that has it.
 */
final class Bucket {
  private final NavigableMap<String, GcsObject> objects = new TreeMap<>(KeyOrder.BY_BYTES);
  private final String name;
  private long lastGeneration;

  Bucket(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  NavigableMap<String, GcsObject> objects() {
    return objects;
  }

  /** The object, null if there is none. */
  @Nullable GcsObject find(String object) {
    return objects.get(object);
  }

  /**
   * The object.
   *
   * @throws GcsFailure 404 if there is none, or if the query asks for another generation
   */
  GcsObject get(String object, @Nullable String generation) {
    GcsObject found = objects.get(object);
    if (found == null
        || (generation != null && !generation.equals(Long.toString(found.generation())))) {
      throw GcsFailure.notFound("object: " + name + "/" + object);
    }
    return found;
  }

  /**
   * Makes an object of an upload if its preconditions hold. Its generation is greater than any
   * before; "Generation number" of https://docs.cloud.google.com/storage/docs/metadata promises no
   * more than that it is another. That it is a time in microseconds is seen, not said.
   */
  GcsObject insert(String object, Upload upload, Instant now) {
    new Preconditions(upload.query()).check(find(object));
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    long generation = Math.max(lastGeneration + 1, micros);
    Description described = Description.of(upload.described());
    GcsObject inserted =
        new GcsObject(name, object, upload.body(), generation, 1, now, now, described);
    upload.check(inserted);
    lastGeneration = generation;
    objects.put(object, inserted);
    return inserted;
  }
}
