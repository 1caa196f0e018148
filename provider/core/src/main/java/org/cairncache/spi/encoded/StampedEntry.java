package org.cairncache.spi.encoded;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;

/**
 * What a medium of bytes holds for a key, for rooms that compare what the bytes say: the token is
 * the stamp in the header, or the SHA-1 of all, in hexadecimal, if they are no envelope. Immutable.
 */
public final class StampedEntry extends Stored<byte[]> {
  /** How long the token of an envelope is; any other is longer. */
  public static final int STAMP_BYTES = Long.BYTES;

  private final byte[] token;
  private final long expiresAtMillis;

  /**
   * With what is known of it already.
   *
   * @param token as {@link #tokenOf} gave it
   * @param expiresAtMillis in epoch milliseconds, or {@link Lifetime#NEVER}
   */
  public StampedEntry(byte[] bytes, byte[] token, long expiresAtMillis) {
    super(bytes);
    this.token = token;
    this.expiresAtMillis = expiresAtMillis;
  }

  /** What the medium holds; what is no envelope never expires. */
  public static StampedEntry of(byte[] bytes) {
    return new StampedEntry(bytes, tokenOf(bytes), expiresAtMillis(bytes));
  }

  /** What the medium holds: {@code known} itself if it is that, with the same deadline. */
  public static Stored<byte[]> of(byte[] bytes, Stored<byte[]> known) {
    return isUnchanged(known, bytes) ? known : of(bytes);
  }

  /**
   * Whether a medium still holds this entry, with the same deadline, by how what it holds begins:
   * the header is enough of an envelope. False also while somebody is writing the deadline.
   */
  public static boolean isUnchanged(Stored<byte[]> known, byte[] start) {
    return Arrays.equals(known.token(), tokenOf(start))
        && known.expiresAtMillis() == expiresAtMillis(start)
        && (!Envelope.isEnvelope(start) || Envelope.hasValidDeadline(start));
  }

  private static long expiresAtMillis(byte[] bytes) {
    return Envelope.isEnvelope(bytes) ? Envelope.expiresAtMillis(bytes) : Lifetime.NEVER;
  }

  /** The token of an entry by its bytes; the header is enough of an envelope. */
  public static byte[] tokenOf(byte[] bytes) {
    return Envelope.isEnvelope(bytes)
        ? Arrays.copyOfRange(bytes, Envelope.STAMP_OFFSET, Envelope.STAMP_OFFSET + STAMP_BYTES)
        : digest(bytes);
  }

  /** This entry with another deadline, in epoch milliseconds. */
  public StampedEntry until(long otherMillis) {
    return new StampedEntry(value(), token, otherMillis);
  }

  // The one that scripts in Redis have too; it tells two contents apart, and no more.
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
    return other instanceof StampedEntry entry && Arrays.equals(token, entry.token);
  }

  @Override
  public long expiresAtMillis() {
    return expiresAtMillis;
  }
}
