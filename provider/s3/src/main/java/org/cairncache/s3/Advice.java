package org.cairncache.s3;

import java.net.UnknownHostException;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.cairncache.spi.Causes;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What to look at where S3 refuses or is not there. */
final class Advice {
  private static final Map<String, String> BY_CODE =
      Map.of(
          "AccessDenied",
          "the access key needs s3:GetObject, s3:PutObject and s3:DeleteObject on the objects under"
              + " the prefix, and s3:ListBucket on the bucket",
          "InvalidAccessKeyId",
          "see the setting credentials, or where the AWS SDK looks for them",
          "SignatureDoesNotMatch",
          "see the setting credentials, and whether the clock of this machine is right",
          "RequestTimeTooSkewed",
          "the clock of this machine is wrong",
          "NoSuchBucket",
          "make the bucket, or name another in the URI",
          "PermanentRedirect",
          "the bucket is in another region than the setting region says",
          "AuthorizationHeaderMalformed",
          "the bucket is in another region than the setting region says",
          "NotImplemented",
          "this store cannot do what Cairn needs of S3");

  private Advice() {}

  /** The end of a message: a hint in brackets, which names settings and no secret, or nothing. */
  static String on(Throwable failure) {
    String hint = hint(failure);
    return hint.isEmpty() ? "" : " (" + hint + ")";
  }

  private static String hint(Throwable failure) {
    if (failure instanceof AwsServiceException said) {
      return BY_CODE.getOrDefault(Failures.code(said), "");
    }
    if (Causes.say(failure, "Unable to load credentials")) {
      return "set credentials, or give them where the AWS SDK looks";
    }
    if (Causes.contain(failure, UnknownHostException.class)) {
      return "are region and endpoint right, and does the endpoint need path-style?";
    }
    return Causes.contain(failure, SSLException.class) ? "is the endpoint http or https?" : "";
  }
}
