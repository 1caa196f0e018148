package org.cairncache.s3;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.cairncache.spi.Causes;
import org.cairncache.spi.object.Answer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** What the failures of the SDK mean. */
final class Failures {
  private static final String NO_CONNECTION = "Timeout waiting for connection from pool";
  private static final Set<String> PATIENCE = Set.of("SlowDown", "RequestTimeout");

  private Failures() {}

  /** What came of a request that the SDK says failed. */
  static <T> Answer<T> answer(SdkException failure) {
    if (failure instanceof AwsServiceException said) {
      return answer(said);
    }
    if (Causes.contain(failure, AbortedException.class)
        || Causes.contain(failure, InterruptedException.class)) {
      Thread.currentThread().interrupt();
    }
    return isUnsent(failure)
        ? new Answer.Failed<>(failure, Answer.Trace.NONE)
        : new Answer.Failed<>(failure, Answer.Trace.LATER);
  }

  private static <T> Answer<T> answer(AwsServiceException said) {
    int status = said.statusCode();
    if (PATIENCE.contains(code(said))) {
      return new Answer.Failed<>(said, Answer.Trace.BUSY);
    }
    return switch (status) {
      case 404 ->
          said instanceof NoSuchBucketException || code(said).equals("NoSuchBucket")
              ? new Answer.Refused<>(said)
              : new Answer.Missing<>();
      case 304, 409, 412 -> new Answer.Unmet<>();
      case 429, 503 -> new Answer.Failed<>(said, Answer.Trace.BUSY);
      case 501 -> new Answer.Refused<>(said);
      default ->
          status >= 400 && status < 500
              ? new Answer.Refused<>(said)
              : new Answer.Failed<>(said, Answer.Trace.PERHAPS);
    };
  }

  /** The word that S3 has for it; empty if it said none. */
  static String code(AwsServiceException said) {
    return said.awsErrorDetails() == null || said.awsErrorDetails().errorCode() == null
        ? ""
        : said.awsErrorDetails().errorCode();
  }

  // A failure that is not known to be one of these is taken for a lost answer, which is safe.
  private static boolean isUnsent(Throwable failure) {
    return Causes.contain(failure, ConnectException.class)
        || Causes.contain(failure, UnknownHostException.class)
        || Causes.contain(failure, SSLHandshakeException.class)
        || Causes.say(failure, "Unable to load credentials")
        || Causes.say(failure, NO_CONNECTION);
  }

  /** What went wrong, in a few words, without the name of an object. */
  static String reason(Throwable failure) {
    if (failure instanceof AwsServiceException said) {
      String code = code(said);
      return said.statusCode() + (code.isEmpty() ? "" : " " + code);
    }
    return Causes.innermost(failure);
  }
}
