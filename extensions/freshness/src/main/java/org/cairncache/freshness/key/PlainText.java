package org.cairncache.freshness.key;

/**
 * Strings in keys: themselves as far as they can be. Every character that means something in a key
 * is escaped, in one pass. Stateless.
 */
final class PlainText {
  /** What stands behind a long, as in Java. */
  static final char LONG = 'L';

  private static final String ANYWHERE = ":{}%";
  private static final String INSIDE = "(),";
  private static final int ASCII = 128;
  private static final boolean[] ESCAPED = new boolean[ASCII];
  private static final boolean[] ESCAPED_INSIDE = new boolean[ASCII];
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  static {
    for (char c = 0; c < ASCII; c++) {
      ESCAPED[c] = Character.isISOControl(c) || ANYWHERE.indexOf(c) >= 0;
      ESCAPED_INSIDE[c] = ESCAPED[c] || INSIDE.indexOf(c) >= 0;
    }
  }

  private PlainText() {}

  /** Whether a string that is no part of another argument is its own text. */
  static boolean isPlain(String text) {
    return !needsTag(text) && firstEscaped(text, 0, ESCAPED) == text.length();
  }

  /** Whether the string would otherwise read as nothing, a number or a truth value. */
  static boolean needsTag(String text) {
    if (text.isEmpty()) {
      return true;
    }
    char first = text.charAt(0);
    if (first == 't' || first == 'f') {
      return text.equals("true") || text.equals("false");
    }
    return (isDigit(first) || first == '-') && isNumber(text);
  }

  private static boolean isNumber(String text) {
    int end = text.length();
    if (text.charAt(end - 1) == LONG) {
      end--;
    }
    for (int i = 1; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Appends the string, escaped.
   *
   * @param inside whether it is a part of an argument, so that what divides parts is escaped too
   */
  static void escape(String text, StringBuilder key, boolean inside) {
    boolean[] escaped = inside ? ESCAPED_INSIDE : ESCAPED;
    int from = 0;
    int at = firstEscaped(text, 0, escaped);
    while (at < text.length()) {
      key.append(text, from, at);
      escape(text.charAt(at), key);
      from = at + 1;
      at = firstEscaped(text, from, escaped);
    }
    key.append(text, from, text.length());
  }

  private static int firstEscaped(String text, int from, boolean[] escaped) {
    int length = text.length();
    int i = from;
    while (i < length) {
      char c = text.charAt(i);
      if (c < ASCII) {
        if (escaped[c]) {
          return i;
        }
      } else if (Character.isISOControl(c)) {
        return i;
      } else if (Character.isSurrogate(c)) {
        if (!isPair(text, i)) {
          return i;
        }
        i++;
      }
      i++;
    }
    return length;
  }

  private static boolean isPair(String text, int high) {
    return high + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(high), text.charAt(high + 1));
  }

  private static void escape(char c, StringBuilder key) {
    key.append('%');
    if (c > 0xFF) {
      key.append('u').append(HEX[c >> 12]).append(HEX[c >> 8 & 0xF]);
    }
    key.append(HEX[c >> 4 & 0xF]).append(HEX[c & 0xF]);
  }
}
