package org.cairncache.testkit.proxy;

import java.net.ProtocolException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the heads of HTTP messages. Not thread-safe. */
final class HttpHeads {
  private final Line line = new Line();
  private String startLine = "";
  private long length = -1;
  private boolean chunked;

  /** Takes the next byte; returns the head that it ends, or null. */
  @Nullable HttpHead next(byte next) throws ProtocolException {
    String text = line.next(next);
    if (text == null) {
      return null;
    }
    if (startLine.isEmpty()) {
      // Empty lines before a message are allowed, and mean nothing.
      startLine = text;
      return null;
    }
    if (!text.isEmpty()) {
      field(text);
      return null;
    }
    HttpHead head = new HttpHead(startLine, length, chunked);
    startLine = "";
    length = -1;
    chunked = false;
    return head;
  }

  private void field(String text) throws ProtocolException {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new ProtocolException("A header field without a colon");
    }
    String value = text.substring(colon + 1).strip();
    switch (text.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "content-length" -> length = Line.number(value, 10);
      case "transfer-encoding" -> chunked = value.toLowerCase(Locale.ROOT).endsWith("chunked");
      default -> {}
    }
  }
}
