package org.cairncache.spi.object;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What tells one write from all others: the stamp in its envelope, which a touch leaves alone, and
 * the version of the object, which the service compares; a touch may change that or not.
 *
 * @param stamp 0 for what is no envelope
 */
record Token(long stamp, String version) {
  /** How long a version may be. */
  static final int LONGEST_VERSION = 56;

  static Token of(byte[] token) {
    return new Token(
        ByteBuffer.wrap(token).getLong(),
        new String(token, Long.BYTES, token.length - Long.BYTES, StandardCharsets.US_ASCII));
  }

  byte[] bytes() {
    byte[] ascii = version.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(Long.BYTES + ascii.length).putLong(stamp).put(ascii).array();
  }

  /** Whether both are of one write, touched or not. */
  boolean isSameWrite(Token other) {
    return version.equals(other.version) || (stamp != 0 && stamp == other.stamp);
  }
}
