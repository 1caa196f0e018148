package org.cairncache.testkit.s3;

import org.cairncache.testkit.http.Answer;

/** A request that S3 refuses: "Error responses" of the API reference. */
final class S3Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  S3Failure(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static S3Failure noSuchKey() {
    return new S3Failure(404, "NoSuchKey", "The specified key does not exist.");
  }

  static S3Failure preconditionFailed() {
    return new S3Failure(
        412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
  }

  static S3Failure badDigest() {
    return new S3Failure(
        400, "BadDigest", "The checksum you specified did not match what we received.");
  }

  static S3Failure invalidDigest() {
    return new S3Failure(400, "InvalidDigest", "The Content-MD5 you specified is not valid.");
  }

  static S3Failure keyTooLong() {
    return new S3Failure(400, "KeyTooLongError", "Your key is too long");
  }

  static S3Failure invalidArgument(String message) {
    return new S3Failure(400, "InvalidArgument", message);
  }

  static S3Failure invalid(String message) {
    return new S3Failure(400, "InvalidRequest", message);
  }

  static S3Failure notImplemented(String what) {
    return new S3Failure(
        501, "NotImplemented", "A header you provided implies functionality: " + what);
  }

  String code() {
    return code;
  }

  Answer answer() {
    return Xml.error(status, code, String.valueOf(getMessage()));
  }
}
