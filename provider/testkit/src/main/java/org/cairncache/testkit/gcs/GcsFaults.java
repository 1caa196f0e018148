package org.cairncache.testkit.gcs;

import org.cairncache.testkit.http.Answer;

/** Answers that go wrong: "HTTP status and error codes for JSON" of the documentation. */
public final class GcsFaults {
  private GcsFaults() {}

  /** 429: more than one write a second to one object, or too many requests. */
  public static Answer rateLimited() {
    return new GcsFailure(
            429,
            "rateLimitExceeded",
            "The object exceeded the rate limit for object mutation operations.")
        .answer();
  }

  /** 503. */
  public static Answer unavailable() {
    return new GcsFailure(503, "backendError", "Backend Error").answer();
  }

  /** 500. */
  public static Answer internalError() {
    return new GcsFailure(500, "internalError", "Internal Error").answer();
  }

  /** 412. */
  public static Answer conditionNotMet() {
    return GcsFailure.conditionNotMet().answer();
  }

  /** 404. */
  public static Answer notFound() {
    return GcsFailure.notFound("object").answer();
  }

  /** 403. */
  public static Answer forbidden() {
    return new GcsFailure(403, "forbidden", "The caller does not have permission.").answer();
  }

  /** 401. */
  public static Answer unauthorized() {
    return new GcsFailure(401, "authError", "Invalid Credentials").answer();
  }
}
