package org.cairncache.testkit.gcs;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How soon an object may be changed again: "Objects" of
 * https://docs.cloud.google.com/storage/quotas allows one write a second to one name and as many
 * updates of its metadata; what 429 says of it counts create, update and delete together. The real
 * one lets short bursts pass, and whether it looks at preconditions first stands nowhere: here it
 * does not, so that the refused learn nothing. Guarded by the service that has it.
 */
final class WriteLimit {
  private final Map<String, Instant> changed = new HashMap<>();
  private Duration pause = Duration.ZERO;

  /** From now; zero for no limit. */
  void set(Duration pause) {
    this.pause = pause;
  }

  /**
   * Checks a change that is about to be made.
   *
   * @throws GcsFailure 429
   */
  void check(String bucket, String object, Instant now) {
    String name = bucket + "/" + object;
    Instant last = changed.get(name);
    if (!pause.isZero() && last != null && now.isBefore(last.plus(pause))) {
      throw GcsFailure.rateLimited(name);
    }
  }

  /** Notes a change that was made. */
  void note(String bucket, String object, Instant now) {
    if (!pause.isZero()) {
      changed.put(bucket + "/" + object, now);
    }
  }
}
