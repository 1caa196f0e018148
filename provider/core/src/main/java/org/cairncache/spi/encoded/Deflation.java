package org.cairncache.spi.encoded;

import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Compression by zlib (RFC 1950), which every JDK brings. Nothing beyond {@link #FREE_BYTES} is
 * compressed to less than a {@link #MAXIMUM_RATIO}th, and nothing that claims to be is inflated: a
 * few forged bytes must not become a full heap.
 */
final class Deflation {
  /** How much longer the original may be. */
  static final int MAXIMUM_RATIO = 100;

  /** Up to this length the ratio does not matter. */
  static final int FREE_BYTES = 1 << 20;

  private Deflation() {}

  /** The bytes compressed, or null if that does not make them smaller, or too much so. */
  static @Nullable Slice deflate(Slice original) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(original.array(), original.start(), original.length());
      deflater.finish();
      byte[] smaller = new byte[Math.max(0, original.length() - 1)];
      int length = deflater.deflate(smaller);
      return deflater.finished() && isPlausible(length, original.length())
          ? new Slice(smaller, 0, length)
          : null;
    } finally {
      deflater.end();
    }
  }

  /** The original of so many bytes, or null if these bytes are not its compressed form. */
  static @Nullable Slice inflate(Slice deflated, int originalBytes) {
    if (!isPlausible(deflated.length(), originalBytes)) {
      return null;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated.array(), deflated.start(), deflated.length());
      byte[] original = new byte[originalBytes];
      int written = inflater.inflate(original);
      // One byte more would show that it is longer than it says.
      boolean ended = inflater.finished() || inflater.inflate(new byte[1]) == 0;
      boolean whole = ended && inflater.finished() && inflater.getRemaining() == 0;
      return written == originalBytes && whole ? new Slice(original, 0, written) : null;
    } catch (DataFormatException notDeflated) {
      return null;
    } finally {
      inflater.end();
    }
  }

  private static boolean isPlausible(int bytes, int originalBytes) {
    return originalBytes <= FREE_BYTES || originalBytes / MAXIMUM_RATIO <= bytes;
  }
}
