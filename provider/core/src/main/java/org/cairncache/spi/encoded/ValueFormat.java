package org.cairncache.spi.encoded;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ThreadLocalRandom;
import javax.cache.CacheException;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Codec;
import org.cairncache.spi.KeyProvider;
import org.cairncache.spi.Lifetime;
import org.jspecify.annotations.Nullable;

/**
 * Values in envelopes, and back: encoded, compressed where that pays, encrypted where there are
 * keys. Thread-safe.
 *
 * @param codec encodes values
 * @param maximumBytes no encoded value is longer
 * @param compressFrom the length from which on values are compressed
 * @param encryption null if nothing is encrypted
 */
record ValueFormat<V>(
    String cacheName,
    Codec<V> codec,
    int maximumBytes,
    long compressFrom,
    @Nullable Encryption encryption) {
  private static final int COMPRESSED = 1;
  private static final int ENCRYPTED = 2;

  /**
   * The envelope of a new entry, with a stamp of its own.
   *
   * @throws CacheException if the value cannot be encoded or is too long
   */
  byte[] write(String key, V value, Lifetime lifetime, Attributes attributes) {
    byte[] encoded = encode(value);
    byte[] smaller = encoded.length >= compressFrom ? Deflation.deflate(encoded) : null;
    byte[] plain = smaller == null ? encoded : smaller;
    KeyProvider.Named secret = encryption == null ? null : encryption.current();
    int flags = (smaller == null ? 0 : COMPRESSED) | (secret == null ? 0 : ENCRYPTED);
    Envelope.Contents contents =
        new Envelope.Contents(
            key,
            ThreadLocalRandom.current().nextLong(),
            lifetime,
            attributes,
            codec.id(),
            codec.schema(),
            flags,
            encoded.length);
    if (encryption == null || secret == null) {
      return Envelope.seal(
          contents,
          plain.length,
          (around, bytes, start) -> System.arraycopy(plain, 0, bytes, start, plain.length));
    }
    return Envelope.seal(
        contents,
        Encryption.encryptedBytes(secret, plain.length),
        (around, bytes, start) -> encryption.encrypt(secret, plain, around, bytes, start));
  }

  /** The value encoded and decoded. */
  V copy(V value) {
    try {
      return codec.decode(new ByteArrayInputStream(encode(value)));
    } catch (IOException | RuntimeException | LinkageError failure) {
      throw new CacheException(prefix() + codec.id() + " cannot read what it wrote", failure);
    }
  }

  private byte[] encode(V value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      codec.encode(value, out);
    } catch (IOException | RuntimeException | StackOverflowError failure) {
      throw new CacheException(
          prefix() + "a value cannot be encoded by " + codec.id() + ": " + failure.getMessage(),
          failure);
    }
    if (out.size() > maximumBytes) {
      throw new CacheException(
          prefix()
              + "a value of "
              + out.size()
              + " bytes is longer than maximum-entry-size, "
              + maximumBytes);
    }
    return out.toByteArray();
  }

  /**
   * The value in an envelope.
   *
   * @throws IOException if it is not one of this format, for whatever reason
   */
  V read(Envelope envelope) throws IOException {
    if (!envelope.codec().equals(codec.id()) || envelope.schema() != codec.schema()) {
      throw new IOException(
          "encoded by "
              + envelope.codec()
              + " with schema "
              + envelope.schema()
              + ", not by "
              + codec.id()
              + " with schema "
              + codec.schema());
    }
    try (InputStream payload = payload(envelope)) {
      return codec.decode(payload);
    } catch (RuntimeException | StackOverflowError | LinkageError failure) {
      throw new IOException("the codec " + codec.id() + " failed", failure);
    }
  }

  private InputStream payload(Envelope envelope) throws IOException {
    int flags = envelope.flags();
    if ((flags & ~(COMPRESSED | ENCRYPTED)) != 0) {
      throw new IOException("has flags that this version does not know");
    }
    if (envelope.decodedBytes() < 0 || envelope.decodedBytes() > maximumBytes) {
      throw new IOException("longer than maximum-entry-size");
    }
    if (((flags & ENCRYPTED) != 0) != (encryption != null)) {
      throw new IOException(encryption == null ? "encrypted" : "not encrypted");
    }
    if (encryption == null) {
      return flags == 0
          ? envelope.payload()
          : inflate(envelope, envelope.bytes(), envelope.payloadStart(), envelope.payloadBytes());
    }
    byte[] plain = encryption.decrypt(envelope);
    if (plain == null) {
      throw new IOException("encrypted by an unknown key, or tampered with");
    }
    return (flags & COMPRESSED) == 0
        ? new ByteArrayInputStream(plain)
        : inflate(envelope, plain, 0, plain.length);
  }

  private static InputStream inflate(Envelope envelope, byte[] bytes, int start, int length)
      throws IOException {
    byte[] original = Deflation.inflate(bytes, start, length, envelope.decodedBytes());
    if (original == null) {
      throw new IOException("not compressed as it says");
    }
    return new ByteArrayInputStream(original);
  }

  private String prefix() {
    return "Cache \"" + cacheName + "\": ";
  }
}
