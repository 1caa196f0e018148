package org.cairncache.testkit.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/** Gathers bytes into lines, one char for each byte. Not thread-safe. */
final class Line {
  private static final int MAX_BYTES = 1 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Takes the next byte; returns the line that it ends, without CRLF or LF, or null. */
  @Nullable String next(byte next) throws ProtocolException {
    if (next != '\n') {
      if (bytes.size() == MAX_BYTES) {
        throw new ProtocolException("A line longer than " + MAX_BYTES + " bytes");
      }
      bytes.write(next);
      return null;
    }
    String line = bytes.toString(ISO_8859_1);
    bytes.reset();
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /** Reads a count or length that stands in a line. */
  static long number(String digits, int radix) throws ProtocolException {
    try {
      return Integer.parseInt(digits, radix);
    } catch (NumberFormatException e) {
      throw new ProtocolException("Not a length: " + digits);
    }
  }
}
