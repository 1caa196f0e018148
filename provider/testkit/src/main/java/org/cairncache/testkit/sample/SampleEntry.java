package org.cairncache.testkit.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * An entry and the bytes it lies in: a mark, the stamp that is its token, the deadline, and the
 * rest serialized.
 */
final class SampleEntry<V> extends Stored<V> {
  private static final int MARK = 0xCA171;
  private static final int HEADER_BYTES = Integer.BYTES + 2 * Long.BYTES;

  private final long stamp;
  private final Lifetime lifetime;
  private final Attributes attributes;

  SampleEntry(@Nullable V value, long stamp, Lifetime lifetime, Attributes attributes) {
    super(value);
    this.stamp = stamp;
    this.lifetime = lifetime;
    this.attributes = attributes;
  }

  /** Reads an entry; what is none has no value, and a token all the same. */
  @SuppressWarnings("unchecked") // the cache has values of one type
  static <V> SampleEntry<V> decode(byte[] bytes) {
    ByteBuffer header = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER_BYTES || header.getInt() != MARK) {
      return new SampleEntry<>(null, stamp(bytes), Lifetime.ETERNAL, Attributes.NONE);
    }
    long stamp = header.getLong();
    long expiresAtMillis = header.getLong();
    try (ObjectInputStream in =
        new ObjectInputStream(
            new ByteArrayInputStream(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES))) {
      Lifetime lifetime = new Lifetime(in.readLong(), in.readLong(), expiresAtMillis);
      Attributes attributes = new Attributes(in.readLong(), (Map<String, Long>) in.readObject());
      return new SampleEntry<>((V) in.readObject(), stamp, lifetime, attributes);
    } catch (IOException | ClassNotFoundException failure) {
      return new SampleEntry<>(null, stamp, Lifetime.ETERNAL, Attributes.NONE);
    }
  }

  /** The bytes of this entry. */
  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        ByteBuffer.allocate(HEADER_BYTES)
            .putInt(MARK)
            .putLong(stamp)
            .putLong(lifetime.expiresAtMillis())
            .array());
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeLong(lifetime.writtenAtMillis());
      out.writeLong(lifetime.freshUntilMillis());
      out.writeLong(attributes.fencingEpoch());
      out.writeObject(new HashMap<>(attributes.tagVersions()));
      out.writeObject(value());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure); // in memory only a value that is not Serializable
    }
    return bytes.toByteArray();
  }

  /** The token in these bytes. */
  static long stamp(byte[] bytes) {
    ByteBuffer header = ByteBuffer.wrap(bytes);
    return bytes.length >= HEADER_BYTES && header.getInt() == MARK
        ? header.getLong()
        : Arrays.hashCode(bytes);
  }

  /** The same bytes with another deadline. */
  static byte[] touched(byte[] bytes, long stamp, long expiresAtMillis) {
    byte[] copy = bytes.clone();
    ByteBuffer.wrap(copy)
        .putLong(Integer.BYTES, stamp)
        .putLong(Integer.BYTES + Long.BYTES, expiresAtMillis);
    return copy;
  }

  long stamp() {
    return stamp;
  }

  @Override
  public byte[] token() {
    return ByteBuffer.allocate(Long.BYTES).putLong(stamp).array();
  }

  @Override
  public boolean isSameEntry(Stored<?> other) {
    return other instanceof SampleEntry<?> entry && entry.stamp == stamp;
  }

  @Override
  public long expiresAtMillis() {
    return lifetime.expiresAtMillis();
  }

  @Override
  public long writtenAtMillis() {
    return lifetime.writtenAtMillis();
  }

  @Override
  public long freshUntilMillis() {
    return lifetime.freshUntilMillis();
  }

  @Override
  public Attributes attributes() {
    return attributes;
  }
}
