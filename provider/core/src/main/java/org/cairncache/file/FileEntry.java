package org.cairncache.file;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.cairncache.spi.encoded.Envelope;

/** The bytes of a file, with the stamp in its header as token. Immutable. */
final class FileEntry extends Stored<byte[]> {
  private static final int DIGEST_BYTES = 16;

  private final byte[] token;
  private final long expiresAtMillis;

  FileEntry(byte[] bytes, byte[] token, long expiresAtMillis) {
    super(bytes);
    this.token = token;
    this.expiresAtMillis = expiresAtMillis;
  }

  /** What a file holds; what is no envelope never expires, and its token is a digest of all. */
  static FileEntry of(byte[] bytes) {
    return new FileEntry(
        bytes,
        tokenOf(bytes),
        Envelope.isEnvelope(bytes) ? Envelope.expiresAtMillis(bytes) : Lifetime.NEVER);
  }

  static byte[] tokenOf(byte[] bytes) {
    return Envelope.isEnvelope(bytes)
        ? ByteBuffer.allocate(Long.BYTES).putLong(Envelope.stamp(bytes)).array()
        : digest(bytes);
  }

  private static byte[] digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Arrays.copyOf(digest, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  @Override
  public byte[] token() {
    return token;
  }

  @Override
  public boolean isSameEntry(Stored<?> other) {
    return other instanceof FileEntry entry && Arrays.equals(token, entry.token);
  }

  @Override
  public long expiresAtMillis() {
    return expiresAtMillis;
  }
}
