package org.cairncache.spi.encoded;

import java.io.IOException;
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
  private static final int NULL = 4;

  /**
   * The envelope of a new entry, with a stamp of its own.
   *
   * @param value null for an entry that says so
   * @throws CacheException if the value cannot be encoded or is too long
   */
  byte[] write(String key, @Nullable V value, Lifetime lifetime, Attributes attributes) {
    Slice encoded = value == null ? new Slice(new byte[0], 0, 0) : encode(value);
    Slice smaller = encoded.length() >= compressFrom ? Deflation.deflate(encoded) : null;
    Slice plain = smaller == null ? encoded : smaller;
    KeyProvider.Named secret = encryption == null ? null : encryption.current();
    int flags =
        (smaller == null ? 0 : COMPRESSED)
            | (secret == null ? 0 : ENCRYPTED)
            | (value == null ? NULL : 0);
    Envelope.Contents contents =
        new Envelope.Contents(
            key,
            ThreadLocalRandom.current().nextLong(),
            lifetime,
            attributes,
            codec.id(),
            codec.schema(),
            flags,
            encoded.length());
    if (encryption == null || secret == null) {
      return Envelope.seal(
          contents, plain.length(), (around, bytes, start) -> plain.copyTo(bytes, start));
    }
    return Envelope.seal(
        contents,
        Encryption.encryptedBytes(secret, plain.length()),
        (around, bytes, start) -> encryption.encrypt(secret, plain, around, bytes, start));
  }

  /** Whether an entry says that its value is null. */
  static boolean isNull(Envelope envelope) {
    return (envelope.flags() & NULL) != 0;
  }

  /** What stands for the value in the comparison of encoded ones. */
  byte[] digest(V value) {
    return encode(value).sha256();
  }

  /** The value encoded and decoded. */
  V copy(V value) {
    try {
      return codec.decode(encode(value).stream());
    } catch (IOException | RuntimeException | LinkageError failure) {
      throw new CacheException(prefix() + codec.id() + " cannot read what it wrote", failure);
    }
  }

  private Slice encode(V value) {
    BoundedOutput out = new BoundedOutput(maximumBytes);
    try {
      codec.encode(value, out);
    } catch (IOException | RuntimeException | StackOverflowError failure) {
      throw new CacheException(
          prefix() + "a value cannot be encoded by " + codec.id() + ": " + failure.getMessage(),
          failure);
    }
    return out.written();
  }

  /**
   * The encoded value in an envelope.
   *
   * @throws IOException if it is not one of this format, for whatever reason
   */
  Slice open(Envelope envelope) throws IOException {
    if (!envelope.isOf(codec)) {
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
    return payload(envelope);
  }

  /**
   * The value that was encoded.
   *
   * @throws IOException if the codec cannot tell
   */
  V decode(Slice encoded) throws IOException {
    try {
      return codec.decode(encoded.stream());
    } catch (RuntimeException | StackOverflowError | LinkageError failure) {
      throw new IOException("the codec " + codec.id() + " failed", failure);
    }
  }

  private Slice payload(Envelope envelope) throws IOException {
    int flags = envelope.flags();
    if ((flags & ~(COMPRESSED | ENCRYPTED | NULL)) != 0) {
      throw new IOException("has flags that this version does not know");
    }
    if (envelope.decodedBytes() < 0 || envelope.decodedBytes() > maximumBytes) {
      throw new IOException("longer than maximum-entry-size");
    }
    Slice plain = decrypt(envelope, (flags & ENCRYPTED) != 0);
    Slice decoded =
        (flags & COMPRESSED) == 0 ? plain : Deflation.inflate(plain, envelope.decodedBytes());
    if (decoded == null || decoded.length() != envelope.decodedBytes()) {
      throw new IOException("not compressed, or not as long, as it says");
    }
    return decoded;
  }

  private Slice decrypt(Envelope envelope, boolean encrypted) throws IOException {
    if (encrypted != (encryption != null)) {
      throw new IOException(encrypted ? "encrypted" : "not encrypted");
    }
    Slice plain = encryption == null ? envelope.payload() : encryption.decrypt(envelope);
    if (plain == null) {
      throw new IOException("encrypted by an unknown key, or tampered with");
    }
    return plain;
  }

  private String prefix() {
    return "Cache \"" + cacheName + "\": ";
  }
}
