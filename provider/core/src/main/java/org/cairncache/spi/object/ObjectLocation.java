package org.cairncache.spi.object;

import java.net.URI;
import java.util.regex.Pattern;
import org.cairncache.spi.StoreException;

/**
 * Where in a service caches live.
 *
 * @param prefix what the names of all objects begin with, without a slash at its end
 */
public record ObjectLocation(String bucket, String prefix) {
  /**
   * How long a prefix may be, so that no name is longer than the 1,024 bytes that services allow.
   */
  static final int LONGEST_PREFIX = 400;

  private static final String DEFAULT_PREFIX = "cairn";
  private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,253}");
  // What S3 calls safe in names, and no segment that a path could lose.
  private static final Pattern PREFIX = Pattern.compile("(?:(?!\\.{1,2}(?:/|$))[\\w!.*'()-]+/)+");

  /**
   * Reads a URI, such as {@code s3://bucket/prefix}; the prefix is {@code cairn} where it has none.
   *
   * @throws StoreException if it says something else, with what it should
   */
  public static ObjectLocation of(URI uri) {
    String bucket = uri.getRawAuthority();
    String path = uri.getRawPath();
    if (bucket == null || path == null || !BUCKET.matcher(bucket).matches()) {
      throw wrong(uri, "it is not " + uri.getScheme() + "://bucket/prefix");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw wrong(uri, "nothing may follow the prefix; everything else is a setting");
    }
    String prefix = path.replaceFirst("^/", "").replaceFirst("/$", "");
    if (prefix.isEmpty()) {
      return new ObjectLocation(bucket, DEFAULT_PREFIX);
    }
    if (prefix.length() > LONGEST_PREFIX || !PREFIX.matcher(prefix + "/").matches()) {
      throw wrong(
          uri,
          "a prefix has at most "
              + LONGEST_PREFIX
              + " characters, in segments of A-Z a-z 0-9 ! - _ . * ' ( )");
    }
    return new ObjectLocation(bucket, prefix);
  }

  private static StoreException wrong(URI uri, String problem) {
    return new StoreException("The URI " + uri + " names no place for objects: " + problem);
  }
}
