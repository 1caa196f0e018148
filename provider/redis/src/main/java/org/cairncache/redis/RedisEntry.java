package org.cairncache.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.cairncache.spi.encoded.Envelope;

/**
 * The value of a Redis key, with what the scripts compare as token: the stamp in its header, or the
 * SHA-1 of all if it is no envelope. Immutable.
 */
final class RedisEntry extends Stored<byte[]> {
  /** How long the token of an envelope is; any other is longer. */
  static final int STAMP_BYTES = Long.BYTES;

  private final byte[] token;
  private final long expiresAtMillis;

  RedisEntry(byte[] bytes, byte[] token, long expiresAtMillis) {
    super(bytes);
    this.token = token;
    this.expiresAtMillis = expiresAtMillis;
  }

  /** What Redis holds; what is no envelope never expires. */
  static RedisEntry of(byte[] bytes) {
    return Envelope.isEnvelope(bytes)
        ? new RedisEntry(bytes, stampOf(bytes), Envelope.expiresAtMillis(bytes))
        : new RedisEntry(bytes, digest(bytes), Lifetime.NEVER);
  }

  /** This entry with another deadline. */
  RedisEntry until(long otherMillis) {
    return new RedisEntry(value(), token, otherMillis);
  }

  private static byte[] stampOf(byte[] envelope) {
    return ByteBuffer.allocate(STAMP_BYTES).putLong(Envelope.stamp(envelope)).array();
  }

  // Of the functions that Redis offers to scripts; it tells two contents apart, and no more.
  private static byte[] digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(bytes);
      return HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-1", impossible);
    }
  }

  @Override
  public byte[] token() {
    return token;
  }

  @Override
  public boolean isSameEntry(Stored<?> other) {
    return other instanceof RedisEntry entry && Arrays.equals(token, entry.token);
  }

  @Override
  public long expiresAtMillis() {
    return expiresAtMillis;
  }
}
