package org.cairncache.s3;

import java.net.URI;
import java.util.regex.Pattern;
import org.cairncache.spi.StoreException;

/**
 * Where in S3 caches live.
 *
 * @param prefix what the names of all objects begin with, without a slash at its end
 */
record S3Location(String bucket, String prefix) {
  static final String SCHEME = "s3";

  /** How long a prefix may be, so that no name is longer than S3 allows. */
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
  static S3Location of(URI uri) {
    String bucket = uri.getRawAuthority();
    String path = uri.getRawPath();
    if (bucket == null || path == null || !BUCKET.matcher(bucket).matches()) {
      throw wrong(uri, "it is not s3://bucket/prefix");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw wrong(uri, "nothing may follow the prefix; region and endpoint are settings");
    }
    String prefix = path.replaceFirst("^/", "").replaceFirst("/$", "");
    if (prefix.isEmpty()) {
      return new S3Location(bucket, DEFAULT_PREFIX);
    }
    if (prefix.length() > LONGEST_PREFIX || !PREFIX.matcher(prefix + "/").matches()) {
      throw wrong(
          uri,
          "a prefix has at most "
              + LONGEST_PREFIX
              + " characters, in segments of A-Z a-z 0-9 ! - _ . * ' ( )");
    }
    return new S3Location(bucket, prefix);
  }

  private static StoreException wrong(URI uri, String problem) {
    return new StoreException("The URI " + uri + " names no place in S3: " + problem);
  }
}
