package org.cairncache.testkit.gcs;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for a request to be carried out: "Request preconditions". A generation of 0 stands
 * for no object.
 */
final class Preconditions {
  private final Map<String, String> query;

  Preconditions(Map<String, String> query) {
    this.query = query;
  }

  /**
   * Checks a change of an object, null if there is none.
   *
   * @throws GcsFailure 412
   */
  void checkChange(@Nullable GcsObject object) {
    if (fails("ifGenerationMatch", generation(object), false)
        || fails("ifMetagenerationMatch", metageneration(object), false)
        || fails("ifGenerationNotMatch", generation(object), true)
        || fails("ifMetagenerationNotMatch", metageneration(object), true)) {
      throw GcsFailure.conditionNotMet();
    }
  }

  /**
   * Checks a read of an object.
   *
   * @return false for 304, not modified
   * @throws GcsFailure 412
   */
  boolean checkRead(GcsObject object) {
    if (fails("ifGenerationMatch", object.generation(), false)
        || fails("ifMetagenerationMatch", object.metageneration(), false)) {
      throw GcsFailure.conditionNotMet();
    }
    return !fails("ifGenerationNotMatch", object.generation(), true)
        && !fails("ifMetagenerationNotMatch", object.metageneration(), true);
  }

  private boolean fails(String parameter, long actual, boolean equalFails) {
    String wanted = query.get(parameter);
    return wanted != null && (number(wanted) == actual) == equalFails;
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw GcsFailure.invalid("Not a generation: " + text);
    }
  }

  private static long generation(@Nullable GcsObject object) {
    return object == null ? 0 : object.generation();
  }

  private static long metageneration(@Nullable GcsObject object) {
    return object == null ? 0 : object.metageneration();
  }
}
