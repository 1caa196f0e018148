package org.cairncache.promises;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/**
 * Values of 1 kB that say whose they are and when they were written, and whether they are whole.
 */
final class Proof {
  private static final int BYTES = 1_024;

  private Proof() {}

  static byte[] of(String key, long sequence) {
    byte[] bytes = new byte[BYTES];
    new SplittableRandom(sequence).nextBytes(bytes);
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    ByteBuffer.wrap(bytes).putLong(sequence).putInt(name.length).put(name);
    return seal(bytes);
  }

  /**
   * When the value was written.
   *
   * @throws AssertionError if it is torn, or the value of another key
   */
  static long sequence(String key, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long sequence = in.getLong();
    if (!ByteBuffer.wrap(bytes).equals(ByteBuffer.wrap(of(key, sequence)))) {
      throw new AssertionError("Under " + key + " lies a torn or foreign value of " + sequence);
    }
    return sequence;
  }

  private static byte[] seal(byte[] bytes) {
    CRC32 crc = new CRC32();
    int end = bytes.length - Integer.BYTES;
    crc.update(bytes, 0, end);
    ByteBuffer.wrap(bytes).putInt(end, (int) crc.getValue());
    return bytes;
  }
}
