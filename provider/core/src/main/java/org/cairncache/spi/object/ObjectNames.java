package org.cairncache.spi.object;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cairncache.spi.encoded.EncodedStore;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of one cache are called: {@code prefix/cache/key}. Of cache and key only
 * letters, digits, {@code _}, {@code -} and inner dots are written as they are, every other byte of
 * their UTF-8 as {@code !} and two digits; so none has a slash, and no cache has the names of
 * another. A long one is shortened to its beginning and its SHA-256. Immutable.
 */
final class ObjectNames {
  /** How many characters of an escaped name are written out. */
  static final int LONGEST = 256;

  private static final int BEGINNING = 64;
  private static final char ESCAPE = '!';
  // An escape is always followed by two digits, but here.
  private static final String SHORTENED = "!_";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private static final String RESERVED = escape(EncodedStore.HEADER_KEY);

  private final String base;

  ObjectNames(String prefix, String cacheName) {
    this.base = prefix + "/" + segment(cacheName) + "/";
  }

  /** What the names of all objects of the cache begin with, and of no other cache's. */
  String base() {
    return base;
  }

  /** The name of the object of a key's text. */
  String of(String text) {
    return base + segment(text);
  }

  private static String segment(String text) {
    String escaped = escape(text);
    return !escaped.isEmpty() && escaped.length() <= LONGEST
        ? escaped
        : escaped.substring(0, Math.min(BEGINNING, escaped.length())) + SHORTENED + digest(text);
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(octet) || (octet == '.' && !escaped.isEmpty())) {
        escaped.append((char) octet);
      } else {
        escaped.append(ESCAPE).append(HEX.toHexDigits(octet));
      }
    }
    return escaped.toString();
  }

  private static boolean isPlain(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || octet == '_'
        || octet == '-';
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  /**
   * The text that one of these names was made of; null if it was shortened, or is no such name but
   * what somebody else put there.
   */
  @Nullable String textOf(String name) {
    String escaped = name.substring(base.length());
    byte[] text = new byte[escaped.length()];
    int length = 0;
    for (int i = 0; i < escaped.length(); i++) {
      char at = escaped.charAt(i);
      if (at != ESCAPE) {
        text[length++] = (byte) at;
      } else if (i + 2 < escaped.length()
          && HexFormat.isHexDigit(escaped.charAt(i + 1))
          && HexFormat.isHexDigit(escaped.charAt(i + 2))) {
        text[length++] = (byte) HexFormat.fromHexDigits(escaped, i + 1, i + 3);
        i += 2;
      } else {
        return null;
      }
    }
    String made = new String(text, 0, length, StandardCharsets.UTF_8);
    return of(made).equals(name) ? made : null;
  }

  /** Whether it is no entry's, but what Cairn itself keeps of the cache. */
  boolean isReserved(String name) {
    return name.startsWith(RESERVED, base.length());
  }
}
