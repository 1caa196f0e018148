package org.cairncache.testkit.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What an object may be called: "Object name requirements" of
 * https://docs.cloud.google.com/storage/docs/objects. How another name is refused stands nowhere.
 */
final class ObjectNames {
  private static final int LONGEST = 1024;

  private ObjectNames() {}

  /**
   * Checks a name.
   *
   * @throws GcsFailure 400
   */
  static void check(String name) {
    if (name.isEmpty()) {
      throw new GcsFailure(400, "required", "Required: name");
    }
    if (name.getBytes(UTF_8).length > LONGEST
        || name.indexOf('\r') >= 0
        || name.indexOf('\n') >= 0
        || name.startsWith(".well-known/acme-challenge/")
        || name.equals(".")
        || name.equals("..")) {
      throw GcsFailure.invalid("Invalid object name");
    }
  }
}
