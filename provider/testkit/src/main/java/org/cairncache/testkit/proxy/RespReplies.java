package org.cairncache.testkit.proxy;

import java.net.ProtocolException;
import org.cairncache.testkit.proxy.Framing.Part;
import org.jspecify.annotations.Nullable;

/**
 * Finds replies in what a Redis server sends. Not thread-safe.
 *
 * <p>Nesting needs no stack: an aggregate is one value that adds its elements to those that have to
 * come.
 */
final class RespReplies implements Framing.Replies {
  private static final int LINE_END = 2;

  private final Line line = new Line();
  private long valuesToCome;
  private long bytesToCome;
  private boolean push;

  @Override
  public Part next(byte next, @Nullable String answering) throws ProtocolException {
    if (bytesToCome > 0) {
      bytesToCome--;
      return bytesToCome > 0 ? Part.MORE : endValue();
    }
    String text = line.next(next);
    return text == null ? Part.MORE : startValue(text);
  }

  private Part startValue(String text) throws ProtocolException {
    char type = text.isEmpty() ? '\0' : text.charAt(0);
    if (valuesToCome == 0) {
      valuesToCome = 1;
      push = type == '>';
    }
    return switch (type) {
      case '+', '-', ':', '_', '#', ',', '(' -> endValue();
      case '$', '!', '=' -> startBytes(length(text));
      case '*', '~', '>' -> startElements(length(text));
      case '%' -> startElements(2 * length(text));
      case '|' -> startAttributes(2 * length(text));
      default -> throw new ProtocolException("Not the start of a RESP value: " + text);
    };
  }

  private Part startBytes(long length) {
    if (length < 0) {
      return endValue();
    }
    bytesToCome = length + LINE_END;
    return Part.MORE;
  }

  private Part startElements(long count) {
    valuesToCome += Math.max(0, count);
    return endValue();
  }

  /** Attributes stand before the value they describe, and are not counted where it stands. */
  private Part startAttributes(long count) {
    valuesToCome += count;
    return Part.MORE;
  }

  private Part endValue() {
    valuesToCome--;
    if (valuesToCome > 0) {
      return Part.MORE;
    }
    return push ? Part.NOTICE : Part.REPLY;
  }

  private static long length(String text) throws ProtocolException {
    return Line.number(text.substring(1), 10);
  }
}
