package org.cairncache.testkit.gcs;

import java.util.List;
import java.util.Map;
import org.cairncache.testkit.http.Answer;

/** A request that is refused: "HTTP status and error codes for JSON". */
final class GcsFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;

  GcsFailure(int status, String reason, String message) {
    super(message, null, false, false);
    this.status = status;
    this.reason = reason;
  }

  static GcsFailure notFound(String what) {
    return new GcsFailure(404, "notFound", "No such " + what);
  }

  static GcsFailure conditionNotMet() {
    return new GcsFailure(
        412, "conditionNotMet", "At least one of the pre-conditions you specified did not hold.");
  }

  static GcsFailure invalid(String message) {
    return new GcsFailure(400, "invalid", message);
  }

  static GcsFailure notImplemented(String what) {
    return new GcsFailure(501, "notImplemented", "Not known here: " + what);
  }

  Answer answer() {
    Map<String, Object> error =
        Map.of(
            "code",
            status,
            "message",
            String.valueOf(getMessage()),
            "errors",
            List.of(
                Map.of(
                    "domain",
                    "global",
                    "reason",
                    reason,
                    "message",
                    String.valueOf(getMessage()))));
    return Json.answer(status, Map.of("error", error));
  }
}
