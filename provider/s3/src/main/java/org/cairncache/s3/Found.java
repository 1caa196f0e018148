package org.cairncache.s3;

import org.cairncache.spi.Lifetime;
import org.cairncache.spi.encoded.Envelope;
import org.jspecify.annotations.Nullable;

/** An object as it was read, or its beginning. Immutable. */
final class Found {
  private final String etag;
  private final byte[] bytes;
  private final @Nullable Long movedTo;

  /**
   * With what S3 said.
   *
   * @param bytes at least the header of an envelope, if it is one
   * @param movedTo the deadline that a touch gave it, in epoch milliseconds; null if none did
   */
  Found(String etag, byte[] bytes, @Nullable Long movedTo) {
    this.etag = etag;
    this.bytes = bytes;
    this.movedTo = movedTo;
  }

  String etag() {
    return etag;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Whether it stands for an entry that was removed. */
  boolean isTombstone() {
    return Tombstone.isOne(bytes);
  }

  /** Of the write that made it. */
  Token token() {
    return new Token(stamp(bytes), etag);
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
    if (movedTo != null) {
      return movedTo;
    }
    return Envelope.isEnvelope(bytes) ? Envelope.expiresAtMillis(bytes) : Lifetime.NEVER;
  }

  /** The entry; the whole object must have been read. */
  S3Entry entry() {
    return new S3Entry(bytes, token(), expiresAtMillis());
  }
}
