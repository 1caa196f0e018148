package org.cairncache.spi.encoded;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.cairncache.spi.KeyProvider;

/** The keys of the setting encryption-keys. Immutable. */
final class ListedKeys implements KeyProvider {
  private final Named current;
  private final Map<String, SecretKey> keys = new LinkedHashMap<>();

  /**
   * Keys as {@code id:base64}, the current one first.
   *
   * @throws IllegalArgumentException if one is not; the message never shows it
   */
  ListedKeys(List<?> texts) {
    Named first = null;
    for (Object text : texts) {
      Named key = parse(String.valueOf(text));
      first = first == null ? key : first;
      keys.putIfAbsent(key.id(), key.key());
    }
    if (first == null) {
      throw wrong();
    }
    this.current = first;
  }

  private static Named parse(String text) {
    int colon = text.indexOf(':');
    try {
      byte[] key = Base64.getDecoder().decode(text.substring(colon + 1));
      if (colon < 1 || (key.length != 16 && key.length != 24 && key.length != 32)) {
        throw wrong();
      }
      return new Named(text.substring(0, colon), new SecretKeySpec(key, "AES"));
    } catch (IllegalArgumentException notOne) {
      throw wrong();
    }
  }

  private static IllegalArgumentException wrong() {
    return new IllegalArgumentException(
        "encryption-keys must be a list of id:base64, each the base64 of 16, 24 or 32 bytes and the"
            + " id of [A-Za-z0-9._-]");
  }

  @Override
  public Named current() {
    return current;
  }

  @Override
  public Optional<SecretKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** The ids alone. */
  @Override
  public String toString() {
    return "ListedKeys" + keys.keySet();
  }
}
