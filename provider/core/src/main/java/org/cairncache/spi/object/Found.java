package org.cairncache.spi.object;

import org.cairncache.spi.Lifetime;
import org.cairncache.spi.encoded.Envelope;
import org.jspecify.annotations.Nullable;

/** An object as it was read, or its beginning. Immutable. */
public final class Found {
  private final String version;
  private final byte[] bytes;
  private final @Nullable Long movedTo;

  /**
   * With what the service said.
   *
   * @param version changes with every write, and perhaps when a deadline is moved; at most 56
   *     characters of ASCII
   * @param bytes at least the header of an envelope, if it is one
   * @param movedTo the deadline that a touch gave it, in epoch milliseconds; null if none did
   */
  public Found(String version, byte[] bytes, @Nullable Long movedTo) {
    this.version = version;
    this.bytes = bytes;
    this.movedTo = movedTo;
  }

  /** The version that the service compares. */
  public String version() {
    return version;
  }

  /** What it holds, or the beginning of it: the array itself. */
  public byte[] bytes() {
    return bytes;
  }

  /** Whether it stands for an entry that was removed. */
  boolean isTombstone() {
    return Tombstone.isOne(bytes);
  }

  /** Of the write that made it. */
  Token token() {
    return new Token(stamp(bytes), version);
  }

  /** The stamp of an envelope or tombstone, else 0. */
  static long stamp(byte[] bytes) {
    if (Tombstone.isOne(bytes)) {
      return Tombstone.stamp(bytes);
    }
    return Envelope.isEnvelope(bytes) ? Envelope.stamp(bytes) : 0;
  }

  /** The deadline in epoch milliseconds; what is no envelope has none. */
  long expiresAtMillis() {
    return deadline(bytes, movedTo);
  }

  static long deadline(byte[] bytes, @Nullable Long movedTo) {
    if (movedTo != null) {
      return movedTo;
    }
    return Envelope.isEnvelope(bytes) ? Envelope.expiresAtMillis(bytes) : Lifetime.NEVER;
  }

  /** The entry; the whole object must have been read. */
  ObjectEntry entry() {
    return new ObjectEntry(bytes, token(), expiresAtMillis());
  }
}
