package org.cairncache.s3;

import org.jspecify.annotations.Nullable;

/** What is to be written: an envelope or a tombstone. Immutable. */
final class Content {
  private final byte[] bytes;
  private final @Nullable Long movedTo;

  private Content(byte[] bytes, @Nullable Long movedTo) {
    this.bytes = bytes;
    this.movedTo = movedTo;
  }

  /** With the deadline that it has in it. */
  static Content of(byte[] bytes) {
    return new Content(bytes, null);
  }

  /** With another deadline, in epoch milliseconds, that stands beside it. */
  static Content until(long expiresAtMillis, byte[] envelope) {
    return new Content(envelope, expiresAtMillis);
  }

  /** The array itself. */
  byte[] bytes() {
    return bytes;
  }

  /** The deadline that stands beside it; null if that in it is right. */
  @Nullable Long movedTo() {
    return movedTo;
  }

  /** Whether what was found is this. */
  boolean isThere(Found found) {
    return Found.stamp(found.bytes()) == Found.stamp(bytes)
        && (movedTo == null || movedTo == found.expiresAtMillis());
  }
}
