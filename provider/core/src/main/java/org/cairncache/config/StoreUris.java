package org.cairncache.config;

import java.net.URI;
import javax.cache.CacheException;

/** What every URI of a manager or store must hold. */
public final class StoreUris {
  private StoreUris() {}

  /**
   * Returns the URI.
   *
   * @throws CacheException if there is a password in it; the message does not repeat it
   */
  public static URI checked(URI uri) {
    String userInfo = uri.getRawUserInfo();
    if (userInfo != null && userInfo.indexOf(':') >= 0) {
      throw new CacheException(
          "The URI "
              + withoutUserInfo(uri)
              + " has a password in it, and a manager's URI is shown in JMX and logs. Leave it out"
              + " of the URI and give it through the properties of the manager or the environment");
    }
    return uri;
  }

  private static String withoutUserInfo(URI uri) {
    return uri.toString().replace(uri.getRawUserInfo() + "@", "…@");
  }
}
