package org.cairncache.redis;

import io.netty.handler.ssl.NotSslRecordException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.cairncache.spi.Causes;

/** What to look at where Redis cannot be connected to. */
final class Advice {
  private Advice() {}

  /** A sentence or two, which name settings and parts of the URI, and no secret. */
  static String on(Throwable failure, RedisSettings settings) {
    String reason = Failures.reason(failure);
    if (Causes.contain(failure, NotSslRecordException.class)) {
      return "What listens there does not speak TLS: is it redis://, or another port?";
    }
    if (Causes.contain(failure, SSLException.class)) {
      return onTls(reason, settings);
    }
    if (Causes.contain(failure, GeneralSecurityException.class)) {
      return authorities(settings, "any certificate in PEM");
    }
    if (reason.startsWith("WRONGPASS") || reason.startsWith("NOAUTH")) {
      return "See the user in the URI, and the setting "
          + RedisSettings.PASSWORD.name()
          + " or "
          + RedisSettings.CREDENTIALS.name()
          + ".";
    }
    if (reason.contains("DB index")) {
      return "The number after the host in the URI is that of a database of the server.";
    }
    if (reason.contains("timed out")) {
      return "It must answer within " + timeout(settings) + ". " + generally();
    }
    return generally();
  }

  private static String onTls(String reason, RedisSettings settings) {
    return reason.startsWith("No subject alternative") || reason.startsWith("No name matching")
        ? "Its certificate is for another host than the URI names."
        : authorities(settings, "the authority of its certificate");
  }

  private static String authorities(RedisSettings settings, String what) {
    String file = settings.certificates();
    return file == null
        ? "Set " + RedisSettings.CERTIFICATES.name() + " to a file with " + what + "."
        : "The file "
            + file
            + " of "
            + RedisSettings.CERTIFICATES.name()
            + " has not "
            + what
            + ".";
  }

  private static String timeout(RedisSettings settings) {
    Duration timeout = settings.connectTimeout();
    return RedisSettings.CONNECT_TIMEOUT.name() + " (" + timeout.toMillis() + " ms)";
  }

  private static String generally() {
    return "Is it running, are host and port right, and is it TLS (rediss://) or not?";
  }
}
