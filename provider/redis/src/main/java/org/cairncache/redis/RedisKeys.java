package org.cairncache.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.cairncache.spi.encoded.EncodedStore;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of one cache are called: {@code prefix:cache:key}. Braces are escaped, so that
 * no key chooses its slot in a Cluster; a colon in prefix or cache is, so that no cache has the
 * keys of another; a long key is shortened to its beginning and its SHA-256. Immutable.
 */
final class RedisKeys {
  /** How many characters of a key's text are written out. */
  static final int LONGEST = 256;

  private static final int BEGINNING = 64;
  // A percent sign is always followed by two digits, but here.
  private static final String SHORTENED = "%~";

  private static final byte[] RESERVED = EncodedStore.HEADER_KEY.getBytes(StandardCharsets.UTF_8);

  private final String base;
  private final byte[] baseBytes;

  RedisKeys(String prefix, String cacheName) {
    this.base = name(prefix) + ":" + name(cacheName) + ":";
    this.baseBytes = base.getBytes(StandardCharsets.UTF_8);
  }

  private static String name(String text) {
    return escape(text).replace(":", "%3A");
  }

  private static String escape(String text) {
    if (text.indexOf('{') < 0 && text.indexOf('}') < 0 && text.indexOf('%') < 0) {
      return text;
    }
    return text.replace("%", "%25").replace("{", "%7B").replace("}", "%7D");
  }

  /** What all of them begin with, and no key of another cache. */
  String base() {
    return base;
  }

  /** Whether the Redis key of this text does not tell the text. */
  static boolean isLong(String text) {
    return text.length() * 3 > LONGEST && escape(text).length() > LONGEST;
  }

  /** The Redis key of a key's text. */
  byte[] of(String text) {
    String escaped = escape(text);
    String last =
        escaped.length() <= LONGEST
            ? escaped
            : escaped.substring(0, BEGINNING) + SHORTENED + digest(text);
    return (base + last).getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  /** The text of one of these Redis keys; null if it was shortened. */
  @Nullable String textOf(byte[] key) {
    String escaped =
        new String(key, baseBytes.length, key.length - baseBytes.length, StandardCharsets.UTF_8);
    return escaped.contains(SHORTENED)
        ? null
        : escaped.replace("%7B", "{").replace("%7D", "}").replace("%25", "%");
  }

  /** Whether it is one of these Redis keys, and not another cache's. */
  boolean isOwn(byte[] key) {
    return startsWith(key, 0, baseBytes);
  }

  /** Whether it is no entry's, but what Cairn itself keeps of the cache. */
  boolean isReserved(byte[] key) {
    return startsWith(key, baseBytes.length, RESERVED);
  }

  private static boolean startsWith(byte[] key, int from, byte[] beginning) {
    int to = from + beginning.length;
    return key.length >= to && Arrays.equals(key, from, to, beginning, 0, beginning.length);
  }

  /** The pattern for SCAN that all of them match, and no key of another cache. */
  byte[] pattern() {
    return (base.replaceAll("[*?\\[\\]\\\\]", "\\\\$0") + "*").getBytes(StandardCharsets.UTF_8);
  }
}
