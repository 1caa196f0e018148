package org.cairncache.promises;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Secrets that are found wherever they come out. */
final class Canary {
  static final String PASSWORD = "canary-5Ec9eT-password";
  static final String KEY_TEXT = "canary-5Ec9eT-key-text";
  static final String VALUE_TEXT = "canary-5Ec9eT-value-text";

  /** 256 bits, and another 256, and what is no key at all. */
  static final byte[] AES_KEY =
      "canary-5Ec9eT-aes-key-of-32-byte".getBytes(StandardCharsets.US_ASCII);

  static final byte[] OTHER_AES_KEY =
      "other-canary-5Ec9eT-key-32-bytes".getBytes(StandardCharsets.US_ASCII);
  static final byte[] SHORT_KEY = "short-canary-5Ec9eT".getBytes(StandardCharsets.US_ASCII);

  private Canary() {}

  static String base64(byte[] key) {
    return Base64.getEncoder().encodeToString(key);
  }

  /** All that must come out nowhere. */
  static List<String> secrets() {
    return Stream.concat(
            Stream.of(PASSWORD),
            Stream.of(AES_KEY, OTHER_AES_KEY, SHORT_KEY).flatMap(Canary::forms))
        .toList();
  }

  /** What must not come out in logs and exceptions. */
  static List<String> texts() {
    return Stream.concat(secrets().stream(), Stream.of(KEY_TEXT, VALUE_TEXT)).toList();
  }

  // The first bytes are enough, in each form.
  private static Stream<String> forms(byte[] key) {
    byte[] start = Arrays.copyOf(key, 12);
    String listed = Arrays.toString(start);
    return Stream.of(
        new String(start, StandardCharsets.US_ASCII),
        base64(start),
        HexFormat.of().formatHex(start),
        HexFormat.of().withUpperCase().formatHex(start),
        listed.substring(1, listed.length() - 1));
  }
}
