package org.cairncache.testkit.s3;

import org.cairncache.testkit.http.Call;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a request: "Conditional reads", "Conditional writes" and "Conditional deletes"
 * of the user guide.
 *
 * @param ifMatch an ETag, or {@code *} for any; null if it is not asked for
 * @param ifNoneMatch the same
 */
record Conditions(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
  private static final String ANY = "*";

  static Conditions of(Call call) {
    return new Conditions(call.header("If-Match"), call.header("If-None-Match"));
  }

  boolean isEmpty() {
    return ifMatch == null && ifNoneMatch == null;
  }

  /**
   * Checks a write over an object, null if there is none.
   *
   * @throws S3Failure 412, 404 where an ETag names what is not there, 501 where only {@code *} is
   *     supported
   */
  void checkWrite(@Nullable S3Object object) {
    if (ifNoneMatch != null && !ifNoneMatch.equals(ANY)) {
      throw S3Failure.notImplemented("If-None-Match");
    }
    if (ifNoneMatch != null && object != null) {
      throw S3Failure.preconditionFailed();
    }
    if (ifMatch != null && object == null) {
      throw S3Failure.noSuchKey();
    }
    if (ifMatch != null && !matches(ifMatch, object)) {
      throw S3Failure.preconditionFailed();
    }
  }

  /**
   * Checks a read of an object.
   *
   * @return whether it is to be sent; 304 if not
   * @throws S3Failure 412
   */
  boolean checkRead(S3Object object) {
    if (ifMatch != null && !matches(ifMatch, object)) {
      throw S3Failure.preconditionFailed();
    }
    return ifNoneMatch == null || !matches(ifNoneMatch, object);
  }

  // Quotes around an ETag may be left out.
  private static boolean matches(String condition, @Nullable S3Object object) {
    return object != null
        && (condition.equals(ANY)
            || object.etag().equals(condition)
            || object.etag().equals('"' + condition + '"'));
  }
}
