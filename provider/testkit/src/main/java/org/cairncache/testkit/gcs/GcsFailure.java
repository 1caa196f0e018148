package org.cairncache.testkit.gcs;

import java.util.List;
import java.util.Map;
import org.cairncache.testkit.http.Answer;

/**
 * A request that is refused, in the form of "Error Response Format" of
 * https://docs.cloud.google.com/storage/docs/json_api/v1/status-codes, which lists the reasons too.
 * Its texts are examples: a client must not depend on them.
 */
final class GcsFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String domain;
  private final String reason;

  GcsFailure(int status, String reason, String message) {
    this(status, "global", reason, message);
  }

  private GcsFailure(int status, String domain, String reason, String message) {
    super(message, null, false, false);
    this.status = status;
    this.domain = domain;
    this.reason = reason;
  }

  static GcsFailure notFound(String what) {
    return new GcsFailure(404, "notFound", "No such " + what);
  }

  static GcsFailure conditionNotMet() {
    return new GcsFailure(
        412, "conditionNotMet", "At least one of the pre-conditions you specified did not hold.");
  }

  static GcsFailure notModified() {
    return new GcsFailure(304, "notModified", "Not Modified");
  }

  static GcsFailure invalid(String message) {
    return new GcsFailure(400, "invalid", message);
  }

  /** 429, as it is seen where it happens; the document has no example of it. */
  static GcsFailure rateLimited(String object) {
    return new GcsFailure(
        429,
        "usageLimits",
        "rateLimitExceeded",
        "The object "
            + object
            + " exceeded the rate limit for object mutation operations (create, update, and"
            + " delete). Please reduce your request rate.");
  }

  static GcsFailure notImplemented(String what) {
    return new GcsFailure(501, "notImplemented", "Not known here: " + what);
  }

  Answer answer() {
    String message = String.valueOf(getMessage());
    Map<String, Object> detail = Map.of("domain", domain, "reason", reason, "message", message);
    Map<String, Object> error =
        Map.of("code", status, "message", message, "errors", List.of(detail));
    return Json.answer(status, Map.of("error", error));
  }
}
