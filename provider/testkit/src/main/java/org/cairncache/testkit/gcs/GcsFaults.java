package org.cairncache.testkit.gcs;

import org.cairncache.testkit.http.Answer;

/**
 * Answers that go wrong: https://docs.cloud.google.com/storage/docs/json_api/v1/status-codes.
 *
 * <p>Whether a request that was answered 408, 429 or 5xx has been carried out stands nowhere.
 * "Retry strategy" (https://docs.cloud.google.com/storage/docs/retry-strategy) calls them worth
 * another try if the request is idempotent, and so leaves open that it was. A test tries both:
 * {@code Fault.answer} and {@code Fault.answerAfterwards}.
 */
public final class GcsFaults {
  private GcsFaults() {}

  /** 429: more than one write a second to one object, or too many requests. */
  public static Answer rateLimited() {
    return GcsFailure.rateLimited("b/o").answer();
  }

  /** 503. */
  public static Answer unavailable() {
    return new GcsFailure(503, "backendError", "Backend Error").answer();
  }

  /** 500. */
  public static Answer internalError() {
    return new GcsFailure(500, "internalError", "Internal Error").answer();
  }

  /** 504. */
  public static Answer gatewayTimeout() {
    return new GcsFailure(504, "gatewayTimeout", "Gateway Timeout").answer();
  }

  /** 408: the rest of an upload did not come in time. */
  public static Answer requestTimeout() {
    return new GcsFailure(408, "uploadBrokenConnection", "Broken connection").answer();
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
