package org.cairncache.testkit.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * An object and what is known of it.
 *
 * @param headers what it was put with and is served with: content type, metadata, checksum
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record S3Object(byte[] body, Instant modified, Map<String, String> headers) {
  /** The MD5 of its body in quotes, as of one that was put in one part and not encrypted. */
  String etag() {
    return '"' + HexFormat.of().formatHex(digest("MD5", body)) + '"';
  }

  static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }
}
