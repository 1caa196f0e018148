package org.cairncache.spi.encoded;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A stretch of an array, so that what lies in a buffer need not be copied out of it. */
final class Slice {
  private final byte[] array;
  private final int start;
  private final int length;

  Slice(byte[] array, int start, int length) {
    this.array = array;
    this.start = start;
    this.length = length;
  }

  /** Not a copy. */
  byte[] array() {
    return array;
  }

  int start() {
    return start;
  }

  int length() {
    return length;
  }

  void copyTo(byte[] bytes, int at) {
    System.arraycopy(array, start, bytes, at, length);
  }

  /** What the bytes say in UTF-8. */
  String text() {
    return new String(array, start, length, StandardCharsets.UTF_8);
  }

  byte[] sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(array, start, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  InputStream stream() {
    return new ByteArrayInputStream(array, start, length);
  }
}
