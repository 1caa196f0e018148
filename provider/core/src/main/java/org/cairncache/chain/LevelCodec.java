package org.cairncache.chain;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Codec;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.cairncache.spi.encoded.AttributeBytes;

/**
 * A whole entry of a far level in the bytes of a near one: its token and times, then its value; or
 * one byte where an entry was dropped. Thread-safe.
 *
 * @param values encodes the values, as without levels
 * @param far whose entries they are
 * @param home tells it from others: a near level may have been over another one
 */
record LevelCodec<V>(Codec<V> values, Store<?, V> far, int home) implements Codec<Stored<V>> {
  private static final String PREFIX = "near.";
  private static final int LONGEST_ID = 16;
  private static final int DROPPED = 0;
  private static final int ENTRY = 1;
  private static final int NULL_ENTRY = 2;

  /** A near level is no place for plain values, nor the other way round. */
  @Override
  public String id() {
    String id = PREFIX + values.id();
    return id.substring(0, Math.min(id.length(), LONGEST_ID));
  }

  @Override
  public int schema() {
    return values.schema();
  }

  @Override
  public void encode(Stored<V> entry, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    if (!Level.isContent(entry)) {
      data.writeByte(DROPPED);
      return;
    }
    byte[] token = entry.token();
    if (token == null) {
      throw new IOException("the level under it has tokens that do not leave the heap");
    }
    byte[] attributes = AttributeBytes.encode(entry.attributes());
    data.writeByte(entry.isNull() ? NULL_ENTRY : ENTRY);
    data.writeInt(home);
    data.writeByte(token.length);
    data.write(token);
    data.writeLong(entry.writtenAtMillis());
    data.writeLong(entry.freshUntilMillis());
    data.writeLong(entry.expiresAtMillis());
    data.writeInt(attributes.length);
    data.write(attributes);
    data.flush();
    if (entry.isReadable()) {
      values.encode(entry.value(), out);
    }
  }

  @Override
  public Stored<V> decode(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    int kind = data.readUnsignedByte();
    if (kind == DROPPED) {
      return new Dropped<>();
    }
    if (kind != ENTRY && kind != NULL_ENTRY) {
      throw new IOException("Not an entry of a near level");
    }
    if (data.readInt() != home) {
      throw new IOException("Of a level over others than these");
    }
    byte[] token = readBytes(data, data.readUnsignedByte(), Stored.MAXIMUM_TOKEN_BYTES);
    Lifetime lifetime = lifetime(data.readLong(), data.readLong(), data.readLong());
    byte[] bytes = readBytes(data, data.readInt(), Integer.MAX_VALUE);
    Attributes attributes = AttributeBytes.decode(bytes, 0, bytes.length);
    if (attributes == null) {
      throw new IOException("The attributes are damaged");
    }
    return kind == NULL_ENTRY
        ? far.restoreNull(lifetime, attributes, token)
        : far.restore(values.decode(in), lifetime, attributes, token);
  }

  /** Of the values, which are what may be refused of an entry. */
  @Override
  public Optional<String> refusal(Class<?> type) {
    return values.refusal(type);
  }

  private static byte[] readBytes(DataInputStream data, int length, int most) throws IOException {
    if (length < 0 || length > most) {
      throw new IOException("A length is damaged");
    }
    byte[] bytes = data.readNBytes(length); // no more than there are, whatever the length says
    if (bytes.length != length) {
      throw new IOException("Cut off");
    }
    return bytes;
  }

  private static Lifetime lifetime(long writtenAt, long freshUntil, long expiresAt)
      throws IOException {
    try {
      return new Lifetime(writtenAt, freshUntil, expiresAt);
    } catch (IllegalArgumentException notOne) {
      throw new IOException("The times are damaged", notOne);
    }
  }
}
