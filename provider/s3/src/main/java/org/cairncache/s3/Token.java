package org.cairncache.s3;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What tells one write from all others: the stamp in its envelope, which a touch leaves alone, and
 * the ETag of the object, which S3 compares. A touch leaves that alone as well where it is made of
 * the content.
 *
 * @param stamp 0 for what is no envelope
 */
record Token(long stamp, String etag) {
  /** How long an ETag may be. */
  static final int LONGEST_ETAG = 56;

  static Token of(byte[] token) {
    return new Token(
        ByteBuffer.wrap(token).getLong(),
        new String(token, Long.BYTES, token.length - Long.BYTES, StandardCharsets.US_ASCII));
  }

  byte[] bytes() {
    byte[] tag = etag.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(Long.BYTES + tag.length).putLong(stamp).put(tag).array();
  }

  /** Whether both are of one write, touched or not. */
  boolean isSameWrite(Token other) {
    return etag.equals(other.etag) || (stamp != 0 && stamp == other.stamp);
  }
}
