package org.cairncache.testkit.gcs;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for a request to be carried out: "Precondition criteria" of
 * https://docs.cloud.google.com/storage/docs/request-preconditions. A {@code Match} that fails is
 * answered 412, a {@code NotMatch} that fails 304, whether the request reads or changes.
 *
 * <p>What 0 and an absent object mean stands at the parameters of
 * https://docs.cloud.google.com/storage/docs/json_api/v1/objects/insert: a generation of 0 matches
 * no live object, and without one {@code ifGenerationNotMatch} fails. That {@code
 * ifMetagenerationNotMatch} then fails too, and the metageneration counts as 0, stands nowhere.
 */
final class Preconditions {
  private final Map<String, String> query;

  Preconditions(Map<String, String> query) {
    this.query = query;
  }

  /**
   * Checks a request for an object, null if there is none.
   *
   * @throws GcsFailure 412 or 304
   */
  void check(@Nullable GcsObject object) {
    long generation = object == null ? 0 : object.generation();
    long metageneration = object == null ? 0 : object.metageneration();
    if (differs("ifGenerationMatch", generation)
        || differs("ifMetagenerationMatch", metageneration)) {
      throw GcsFailure.conditionNotMet();
    }
    if (equals("ifGenerationNotMatch", generation, object == null)
        || equals("ifMetagenerationNotMatch", metageneration, object == null)) {
      throw GcsFailure.notModified();
    }
  }

  private boolean differs(String parameter, long actual) {
    String wanted = query.get(parameter);
    return wanted != null && number(wanted) != actual;
  }

  private boolean equals(String parameter, long actual, boolean absent) {
    String unwanted = query.get(parameter);
    return unwanted != null && (number(unwanted) == actual || absent);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw GcsFailure.invalid("Not a generation: " + text);
    }
  }
}
