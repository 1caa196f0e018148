package org.cairncache.testkit.proxy;

import java.net.ProtocolException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds commands in what a Redis client sends. Not thread-safe. */
final class RespRequests implements Framing.Requests {
  private static final int MAX_NAME = 64;
  private static final int LINE_END = 2;

  private final Line line = new Line();
  private final StringBuilder name = new StringBuilder();
  private long wordsToCome;
  private long bytesToCome;
  private boolean inName;

  @Override
  public @Nullable String next(byte next) throws ProtocolException {
    if (bytesToCome > 0) {
      return inWord(next);
    }
    String text = line.next(next);
    if (text == null) {
      return null;
    }
    if (wordsToCome > 0) {
      startWord(text);
      return null;
    }
    return startCommand(text);
  }

  private @Nullable String startCommand(String text) throws ProtocolException {
    if (!text.startsWith("*")) {
      // Redis ignores an empty line.
      String inline = text.strip();
      return inline.isEmpty() ? null : upperCase(inline.split("\\s+", 2)[0]);
    }
    // Redis ignores an array without words.
    wordsToCome = Math.max(0, Line.number(text.substring(1), 10));
    name.setLength(0);
    inName = true;
    return null;
  }

  private void startWord(String text) throws ProtocolException {
    long length = text.startsWith("$") ? Line.number(text.substring(1), 10) : -1;
    if (length < 0) {
      throw new ProtocolException("Not the length of a word: " + text);
    }
    bytesToCome = length + LINE_END;
  }

  private @Nullable String inWord(byte next) {
    if (inName && bytesToCome > LINE_END && name.length() < MAX_NAME) {
      name.append((char) (next & 0xff));
    }
    bytesToCome--;
    if (bytesToCome > 0) {
      return null;
    }
    inName = false;
    wordsToCome--;
    return wordsToCome == 0 ? upperCase(name.toString()) : null;
  }

  private static String upperCase(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
