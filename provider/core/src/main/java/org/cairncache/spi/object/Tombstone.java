package org.cairncache.spi.object;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What lies in the place of an entry that was removed, where the service cannot delete on a
 * condition: four letters and a random stamp. It is shorter than any envelope, so that a listing
 * tells it from one.
 */
final class Tombstone {
  /** How long one is; nothing else that Cairn writes is. */
  static final int BYTES = Integer.BYTES + Long.BYTES;

  private static final int MAGIC = ('C' << 24) | ('R' << 16) | ('N' << 8) | 'X';

  private Tombstone() {}

  static byte[] make() {
    long stamp = ThreadLocalRandom.current().nextLong();
    return ByteBuffer.allocate(BYTES).putInt(MAGIC).putLong(stamp).array();
  }

  static boolean isOne(byte[] bytes) {
    return bytes.length == BYTES && ByteBuffer.wrap(bytes).getInt() == MAGIC;
  }

  static long stamp(byte[] tombstone) {
    return ByteBuffer.wrap(tombstone).getLong(Integer.BYTES);
  }
}
