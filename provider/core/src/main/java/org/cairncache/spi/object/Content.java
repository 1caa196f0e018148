package org.cairncache.spi.object;

import org.jspecify.annotations.Nullable;

/** What is to be written: an envelope or a tombstone. Immutable. */
public final class Content {
  private final byte[] bytes;
  private final @Nullable Long movedTo;

  private Content(byte[] bytes, @Nullable Long movedTo) {
    this.bytes = bytes;
    this.movedTo = movedTo;
  }

  /** With the deadline that it has in it. The array is not copied. */
  public static Content of(byte[] bytes) {
    return new Content(bytes, null);
  }

  /**
   * With another deadline, in epoch milliseconds, that stands beside it. The array is not copied.
   */
  public static Content until(long expiresAtMillis, byte[] envelope) {
    return new Content(envelope, expiresAtMillis);
  }

  /** The array itself: it is not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The deadline that must stand beside it; null if that in it is right. */
  public @Nullable Long movedTo() {
    return movedTo;
  }

  /** Its deadline in epoch milliseconds, {@code NEVER} if it has none. */
  public long expiresAtMillis() {
    return Found.deadline(bytes, movedTo);
  }

  /** Whether what was found is this. */
  boolean isThere(Found found) {
    return Found.stamp(found.bytes()) == Found.stamp(bytes)
        && (movedTo == null || movedTo == found.expiresAtMillis());
  }
}
