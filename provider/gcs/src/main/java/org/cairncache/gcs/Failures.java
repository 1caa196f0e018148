package org.cairncache.gcs;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.apache.http.conn.ConnectTimeoutException;
import org.cairncache.spi.Causes;
import org.cairncache.spi.object.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What failures mean, by "HTTP status and error codes for JSON" and "Retry strategy" of the
 * documentation.
 */
final class Failures {
  // More than one change a second of one object is too many.
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Set<String> PATIENCE = Set.of("rateLimitExceeded", "userRateLimitExceeded");
  private static final String NO_BUCKET = "bucket does not exist";

  private Failures() {}

  /** What came of a request that failed so. */
  static <T> Answer<T> answer(RuntimeException cause, IOException failure) {
    if (failure instanceof HttpResponseException said) {
      return answer(cause, said);
    }
    return new Answer.Failed<>(cause, isUnsent(failure) ? Answer.Trace.NONE : Answer.Trace.LATER);
  }

  private static <T> Answer<T> answer(RuntimeException cause, HttpResponseException said) {
    int status = said.getStatusCode();
    if (status == 429 || PATIENCE.contains(code(said))) {
      return new Answer.Failed<>(cause, Answer.Trace.BUSY, PACE);
    }
    return switch (status) {
      case 404 -> isBucketMissing(said) ? new Answer.Refused<>(cause) : new Answer.Missing<>();
      case 304, 409, 412 -> new Answer.Unmet<>();
      case 408 -> new Answer.Failed<>(cause, Answer.Trace.PERHAPS);
      case 501 -> new Answer.Refused<>(cause);
      default ->
          status < 500
              ? new Answer.Refused<>(cause)
              : new Answer.Failed<>(cause, Answer.Trace.PERHAPS);
    };
  }

  /** Whether it is the bucket that is not there. */
  static boolean isBucketMissing(HttpResponseException said) {
    return said.getStatusCode() == 404
        && said instanceof GoogleJsonResponseException json
        && json.getDetails() != null
        && String.valueOf(json.getDetails().getMessage()).contains(NO_BUCKET);
  }

  // A failure that is not known to be one of these is taken for a lost answer, which is safe.
  private static boolean isUnsent(Throwable failure) {
    return Causes.contain(failure, ConnectException.class)
        || Causes.contain(failure, ConnectTimeoutException.class)
        || Causes.contain(failure, UnknownHostException.class)
        || Causes.contain(failure, SSLHandshakeException.class)
        || Causes.contain(failure, UnsentException.class);
  }

  /** The word that the service has for it; empty if it said none. */
  static String code(HttpResponseException said) {
    return said instanceof GoogleJsonResponseException json ? code(json.getDetails()) : "";
  }

  /** The word that the service has for it; empty if it said none. */
  static String code(@Nullable GoogleJsonError error) {
    return error == null
            || error.getErrors() == null
            || error.getErrors().isEmpty()
            || error.getErrors().get(0).getReason() == null
        ? ""
        : error.getErrors().get(0).getReason();
  }

  /** What went wrong, in a few words, without the name of an object. */
  static String reason(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof HttpResponseException said) {
        String code = code(said);
        return said.getStatusCode() + (code.isEmpty() ? "" : " " + code);
      }
    }
    return Causes.innermost(failure);
  }
}
