package org.cairncache.gcs;

import com.google.api.client.http.HttpResponseException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.cairncache.spi.Causes;

/** What to look at where the service refuses or is not there. */
final class Advice {
  private Advice() {}

  /** The end of a message: a hint in brackets, which names settings and no secret, or nothing. */
  static String on(Throwable failure) {
    String hint = hint(failure);
    return hint.isEmpty() ? "" : " (" + hint + ")";
  }

  private static String hint(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof HttpResponseException said) {
        return ofStatus(said);
      }
    }
    if (Causes.contain(failure, UnsentException.class)) {
      return "see the setting credentials, or the Application Default Credentials";
    }
    if (Causes.contain(failure, UnknownHostException.class)) {
      return "is the endpoint right?";
    }
    return Causes.contain(failure, SSLException.class) ? "is the endpoint http or https?" : "";
  }

  private static String ofStatus(HttpResponseException said) {
    if (Failures.isBucketMissing(said)) {
      return "make the bucket, or name another in the URI";
    }
    return switch (said.getStatusCode()) {
      case 401 -> "see the setting credentials, or the Application Default Credentials";
      case 403 ->
          "the account needs storage.objects.get, create, update, delete and list on the bucket, as"
              + " the role Storage Object User has them";
      default -> "";
    };
  }
}
