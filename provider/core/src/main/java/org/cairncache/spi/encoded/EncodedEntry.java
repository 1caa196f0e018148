package org.cairncache.spi.encoded;

import java.util.Arrays;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/** An entry decoded, with the token of the bytes it came from. Immutable. */
final class EncodedEntry<V> extends Stored<V> {
  private final boolean isNull;
  private final byte[] token;
  private final long writtenAtMillis;
  private final long freshUntilMillis;
  private final long expiresAtMillis;
  private final Attributes attributes;
  private final byte @Nullable [] digest;

  /**
   * @param isNull whether that is why there is no value
   * @param digest of the encoded value, where somebody will ask for it
   */
  EncodedEntry(
      @Nullable V value,
      boolean isNull,
      byte[] token,
      long writtenAtMillis,
      long freshUntilMillis,
      long expiresAtMillis,
      Attributes attributes,
      byte @Nullable [] digest) {
    super(value);
    this.isNull = isNull;
    this.token = token;
    this.writtenAtMillis = writtenAtMillis;
    this.freshUntilMillis = freshUntilMillis;
    this.expiresAtMillis = expiresAtMillis;
    this.attributes = attributes;
    this.digest = digest;
  }

  byte @Nullable [] digest() {
    return digest;
  }

  @Override
  public boolean isNull() {
    return isNull;
  }

  @Override
  public byte[] token() {
    return token.clone();
  }

  @Override
  public boolean isSameEntry(Stored<?> other) {
    return this == other
        || (other.origin() instanceof EncodedEntry<?> entry && Arrays.equals(token, entry.token));
  }

  @Override
  public long expiresAtMillis() {
    return expiresAtMillis;
  }

  @Override
  public long writtenAtMillis() {
    return writtenAtMillis;
  }

  @Override
  public long freshUntilMillis() {
    return freshUntilMillis;
  }

  @Override
  public Attributes attributes() {
    return attributes;
  }
}
