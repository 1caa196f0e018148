package org.cairncache.spi.object;

import org.cairncache.spi.Stored;

/** An entry as it lies in a bucket. Immutable. */
final class ObjectEntry extends Stored<byte[]> {
  private final Token token;
  private final long expiresAtMillis;

  ObjectEntry(byte[] bytes, Token token, long expiresAtMillis) {
    super(bytes);
    this.token = token;
    this.expiresAtMillis = expiresAtMillis;
  }

  /** The write that made it. */
  Token write() {
    return token;
  }

  @Override
  public byte[] token() {
    return token.bytes();
  }

  @Override
  public boolean isSameEntry(Stored<?> other) {
    return other instanceof ObjectEntry entry && token.isSameWrite(entry.token);
  }

  @Override
  public long expiresAtMillis() {
    return expiresAtMillis;
  }
}
