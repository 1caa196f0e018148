package org.cairncache.spi;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.cache.CacheException;

/** What every URI of a manager or store must hold. */
public final class StoreUris {
  // Not URI.getUserInfo: that finds none before several hosts, before a host with an underscore, or
  // without "//".
  private static final Pattern USER_INFO = Pattern.compile("^([^:/?#]+:(?://)?)([^/?#]*)@");

  private StoreUris() {}

  /**
   * Returns the URI.
   *
   * @throws CacheException if there is a password in it; the message does not repeat it
   */
  public static URI checked(URI uri) {
    Matcher userInfo = USER_INFO.matcher(uri.toString());
    if (userInfo.find() && userInfo.group(2).indexOf(':') >= 0) {
      throw new CacheException(
          "The URI "
              + userInfo.replaceFirst("$1…@")
              + " has a password in it, and a manager's URI is shown in JMX and logs. Leave it out"
              + " of the URI and give it through the properties of the manager or the environment");
    }
    return uri;
  }
}
