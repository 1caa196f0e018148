package org.cairncache.testkit.s3;

import org.cairncache.testkit.http.Answer;

/** Answers of S3 that go wrong: "Error responses" of the API reference. */
public final class S3Faults {
  private S3Faults() {}

  /** 409: another conditional write of the same key was under way. */
  public static Answer conflict() {
    return Xml.error(
        409,
        "ConditionalRequestConflict",
        "The conditional request cannot succeed due to a conflicting operation against this"
            + " resource.");
  }

  /** 412. */
  public static Answer preconditionFailed() {
    return S3Failure.preconditionFailed().answer();
  }

  /** 404: no such key. */
  public static Answer noSuchKey() {
    return S3Failure.noSuchKey().answer();
  }

  /** 403. */
  public static Answer accessDenied() {
    return Xml.error(403, "AccessDenied", "Access Denied");
  }

  /** 500. */
  public static Answer internalError() {
    return Xml.error(500, "InternalError", "We encountered an internal error. Please try again.");
  }

  /** 503: too many requests. */
  public static Answer slowDown() {
    return Xml.error(503, "SlowDown", "Please reduce your request rate.");
  }

  /** 200, and the body says that it failed. */
  public static Answer errorInBody() {
    Answer error = internalError();
    return new Answer(200, error.headers(), error.body());
  }

  /** 200 to DeleteObjects, one of whose keys was not deleted. */
  public static Answer deleteFailed(String key) {
    Xml xml = new Xml().open("Error").element("Key", key);
    xml.element("Code", "InternalError").element("Message", "Please try again.");
    return xml.close("Error").answer("DeleteResult");
  }
}
