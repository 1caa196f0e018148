package org.cairncache.gcs;

import java.util.Map;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.object.Content;
import org.jspecify.annotations.Nullable;

/** The deadline of an object in its metadata, in epoch milliseconds. */
final class Deadline {
  private static final String NAME = "cairn-expires-at";

  /** The header of a download that shows it. */
  static final String HEADER = "x-goog-meta-" + NAME;

  private Deadline() {}

  /** What to write with an object; null if it has no deadline. */
  static @Nullable Map<String, String> metadata(Content content) {
    long expiresAtMillis = content.expiresAtMillis();
    return expiresAtMillis == Lifetime.NEVER ? null : metadata(expiresAtMillis);
  }

  static Map<String, String> metadata(long expiresAtMillis) {
    return Map.of(NAME, Long.toString(expiresAtMillis));
  }

  /** What metadata say; null if that is nothing. */
  static @Nullable Long of(@Nullable Map<String, String> metadata) {
    return metadata == null ? null : of(metadata.get(NAME));
  }

  /** What a header says; null if that is nothing. */
  static @Nullable Long of(@Nullable String text) {
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException notOne) {
      return null;
    }
  }
}
