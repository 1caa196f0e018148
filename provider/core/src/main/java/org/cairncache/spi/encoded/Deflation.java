package org.cairncache.spi.encoded;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Compression by zlib, which every JDK brings. */
final class Deflation {
  private Deflation() {}

  /** The bytes compressed, or null if that does not make them smaller. */
  static byte @Nullable [] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] smaller = new byte[Math.max(0, bytes.length - 1)];
      int length = deflater.deflate(smaller);
      return deflater.finished() ? Arrays.copyOf(smaller, length) : null;
    } finally {
      deflater.end();
    }
  }

  /** The original of so many bytes, or null if these bytes are not its compressed form. */
  static byte @Nullable [] inflate(byte[] bytes, int start, int length, int decodedBytes) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, start, length);
      byte[] original = new byte[decodedBytes];
      int written = inflater.inflate(original);
      // One byte more would show that it is longer than it says.
      boolean ended = inflater.finished() || inflater.inflate(new byte[1]) == 0;
      return written == decodedBytes && ended && inflater.finished() ? original : null;
    } catch (DataFormatException notDeflated) {
      return null;
    } finally {
      inflater.end();
    }
  }
}
