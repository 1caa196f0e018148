package org.cairncache.spi;

import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Knows the keys that entries are encrypted with. Named by class in a configuration it needs a
 * public constructor without parameters. Thread-safe, and never slow: it is asked for each entry.
 */
public interface KeyProvider {
  /** The key that new entries are encrypted with. */
  Named current();

  /** The key of this id, for entries that were encrypted with it; empty if it is not known. */
  Optional<SecretKey> find(String id);

  /**
   * A key and what it is called.
   *
   * @param id stands in the clear beside each entry: 1 to 64 characters of {@code [A-Za-z0-9._-]},
   *     never reused for another key
   * @param key an AES key of 128, 192 or 256 bits
   */
  record Named(String id, SecretKey key) {
    /** How long an id may be. */
    public static final int MAXIMUM_ID_LENGTH = 64;

    public Named {
      if (id.length() > MAXIMUM_ID_LENGTH || !id.matches("[A-Za-z0-9._-]+")) {
        throw new IllegalArgumentException(
            "The id of a key must be 1 to 64 characters of [A-Za-z0-9._-]");
      }
    }

    /** The id alone. */
    @Override
    public String toString() {
      return "Named[" + id + "]";
    }
  }
}
