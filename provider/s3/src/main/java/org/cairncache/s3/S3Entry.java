package org.cairncache.s3;

import org.cairncache.spi.Stored;

/** An entry as it lies in S3. Immutable. */
final class S3Entry extends Stored<byte[]> {
  private final Token token;
  private final long expiresAtMillis;

  S3Entry(byte[] bytes, Token token, long expiresAtMillis) {
    super(bytes);
    this.token = token;
    this.expiresAtMillis = expiresAtMillis;
  }

  @Override
  public byte[] token() {
    return token.bytes();
  }

  @Override
  public boolean isSameEntry(Stored<?> other) {
    return other instanceof S3Entry entry && token.isSameWrite(entry.token);
  }

  @Override
  public long expiresAtMillis() {
    return expiresAtMillis;
  }
}
