package org.cairncache.spi.encoded;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import javax.cache.CacheException;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Codec;
import org.cairncache.spi.Lifetime;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it lies in a store of bytes: a header of fixed width, the key, the attributes and the
 * payload. What a store compares and what it moves lies at fixed places, in this version of the
 * format and in every later one:
 *
 * <pre>
 *  0  magic "CRN"   3      44  schema            4
 *  3  version       1      48  codec id, ASCII  16
 *  4  flags         2      64  key bytes         4
 *  6  reserved      2      68  attribute bytes   4
 *  8  stamp         8      72  payload bytes     4
 * 16  writtenAt     8      76  decoded bytes     4
 * 24  freshUntil    8      80  CRC32C            4   of all but 32 to 44 and itself
 * 32  expiresAt     8      84  key, attributes, payload
 * 40  check of it   4          CRC32C of stamp and expiresAt
 * </pre>
 *
 * Numbers are big-endian, times epoch milliseconds. The deadline has a check of its own so that a
 * touch rewrites these 12 bytes alone. Immutable.
 */
public final class Envelope {
  /** The version of the format that this class writes. */
  public static final int VERSION = 1;

  /** The length of the header. */
  public static final int HEADER_BYTES = 84;

  /** How long a key, and how long attributes, may be. */
  public static final int MAXIMUM_PART_BYTES = 1 << 16;

  /** Where the stamp lies, {@value Long#BYTES} bytes: the token of the entry. */
  public static final int STAMP_OFFSET = 8;

  /** Where the deadline and its check lie: what {@link #deadline} gives. */
  public static final int DEADLINE_OFFSET = 32;

  private static final int MAGIC = ('C' << 16) | ('R' << 8) | 'N';
  private static final int FLAGS_OFFSET = 4;
  private static final int WRITTEN_AT_OFFSET = 16;
  private static final int CHECK_OFFSET = 40;
  private static final int SCHEMA_OFFSET = 44;
  private static final int CODEC_OFFSET = 48;
  private static final int CODEC_BYTES = 16;
  private static final int LENGTHS_OFFSET = 64;
  private static final int CRC_OFFSET = 80;

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;

  private Envelope(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * What goes around a payload.
   *
   * @param key the text of the key
   * @param stamp the token, different for each write
   * @param codec the id of the codec that made the payload
   * @param schema the codec's number for the shape of the values
   * @param flags how the payload was changed after the codec made it
   * @param decodedBytes the length of what the codec made
   */
  record Contents(
      String key,
      long stamp,
      Lifetime lifetime,
      Attributes attributes,
      String codec,
      int schema,
      int flags,
      int decodedBytes) {}

  /**
   * Puts the envelope around a payload; the payload itself may depend on the header before it.
   *
   * @throws CacheException if the key or the attributes are longer than {@value
   *     #MAXIMUM_PART_BYTES} bytes
   */
  static byte[] seal(Contents contents, int payloadBytes, Payload payload) {
    byte[] key = bounded("key", contents.key().getBytes(StandardCharsets.UTF_8));
    byte[] attributes = bounded("attributes", AttributeBytes.encode(contents.attributes()));
    int start = HEADER_BYTES + key.length + attributes.length;
    byte[] bytes = new byte[Math.addExact(start, payloadBytes)];
    INTS.set(bytes, 0, (MAGIC << 8) | VERSION);
    SHORTS.set(bytes, FLAGS_OFFSET, (short) contents.flags());
    LONGS.set(bytes, STAMP_OFFSET, contents.stamp());
    LONGS.set(bytes, WRITTEN_AT_OFFSET, contents.lifetime().writtenAtMillis());
    LONGS.set(bytes, WRITTEN_AT_OFFSET + Long.BYTES, contents.lifetime().freshUntilMillis());
    LONGS.set(bytes, DEADLINE_OFFSET, contents.lifetime().expiresAtMillis());
    INTS.set(bytes, CHECK_OFFSET, deadlineCheck(bytes));
    INTS.set(bytes, SCHEMA_OFFSET, contents.schema());
    String codec = contents.codec();
    for (int i = 0; i < Math.min(codec.length(), CODEC_BYTES); i++) {
      bytes[CODEC_OFFSET + i] = (byte) codec.charAt(i);
    }
    INTS.set(bytes, LENGTHS_OFFSET, key.length);
    INTS.set(bytes, LENGTHS_OFFSET + 4, attributes.length);
    INTS.set(bytes, LENGTHS_OFFSET + 8, payloadBytes);
    INTS.set(bytes, LENGTHS_OFFSET + 12, contents.decodedBytes());
    System.arraycopy(key, 0, bytes, HEADER_BYTES, key.length);
    System.arraycopy(attributes, 0, bytes, HEADER_BYTES + key.length, attributes.length);
    payload.write(new Envelope(bytes), bytes, start);
    INTS.set(bytes, CRC_OFFSET, crc(bytes));
    return bytes;
  }

  private static int intAt(byte[] bytes, int offset) {
    return (int) INTS.get(bytes, offset);
  }

  private static long longAt(byte[] bytes, int offset) {
    return (long) LONGS.get(bytes, offset);
  }

  private static byte[] bounded(String part, byte[] bytes) {
    if (bytes.length > MAXIMUM_PART_BYTES) {
      throw new CacheException(
          "An entry with a "
              + part
              + " of "
              + bytes.length
              + " bytes cannot be stored; at most "
              + MAXIMUM_PART_BYTES
              + " are allowed");
    }
    return bytes;
  }

  /** The most that an envelope takes around an encoded value of at most so many bytes. */
  static int maximumBytes(int valueBytes) {
    return HEADER_BYTES + 2 * MAXIMUM_PART_BYTES + Encryption.MAXIMUM_EXTRA_BYTES + valueBytes;
  }

  /** Writes the payload where it belongs. */
  interface Payload {
    void write(Envelope around, byte[] bytes, int start);
  }

  /** Reads an envelope; null if these bytes are none that this version understands. */
  static @Nullable Envelope open(byte[] bytes) {
    if (!isEnvelope(bytes) || version(bytes) != VERSION || !hasValidDeadline(bytes)) {
      return null;
    }
    Envelope envelope = new Envelope(bytes);
    long length = HEADER_BYTES;
    for (int i = 0; i < 3; i++) {
      int part = intAt(bytes, LENGTHS_OFFSET + 4 * i);
      if (part < 0) {
        return null;
      }
      length += part;
    }
    return length == bytes.length && intAt(bytes, CRC_OFFSET) == crc(bytes) ? envelope : null;
  }

  /** Whether the bytes begin as an envelope of any version does. */
  public static boolean isEnvelope(byte[] bytes) {
    return bytes.length >= HEADER_BYTES && intAt(bytes, 0) >>> 8 == MAGIC;
  }

  /** Whether the bytes are an envelope that only a later version of this class can open. */
  static boolean isOfLaterVersion(byte[] bytes) {
    return isEnvelope(bytes) && version(bytes) > VERSION;
  }

  /** The stamp in the header of an envelope of any version. */
  public static long stamp(byte[] envelope) {
    return longAt(envelope, STAMP_OFFSET);
  }

  /** The deadline in the header of an envelope of any version, in epoch milliseconds. */
  public static long expiresAtMillis(byte[] envelope) {
    return longAt(envelope, DEADLINE_OFFSET);
  }

  /** Whether the deadline is whole; it is not while somebody else is writing it. */
  public static boolean hasValidDeadline(byte[] envelope) {
    return intAt(envelope, CHECK_OFFSET) == deadlineCheck(envelope);
  }

  /**
   * The 12 bytes to write at {@link #DEADLINE_OFFSET} to move the deadline of the entry with this
   * stamp.
   */
  public static byte[] deadline(long stamp, long expiresAtMillis) {
    return ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
        .putLong(expiresAtMillis)
        .putInt(deadlineCheck(stamp, expiresAtMillis))
        .array();
  }

  /**
   * The text of the key in the header and key of an envelope.
   *
   * @param start the first bytes of an envelope, at least {@link #HEADER_BYTES}
   * @return null if the key is not wholly among them, or the version is another
   */
  public static @Nullable String key(byte[] start) {
    int length = intAt(start, LENGTHS_OFFSET);
    return version(start) != VERSION || length < 0 || length > start.length - HEADER_BYTES
        ? null
        : new String(start, HEADER_BYTES, length, StandardCharsets.UTF_8);
  }

  /** How many bytes {@link #key} needs, by the header of an envelope of this version. */
  public static long bytesToKey(byte[] header) {
    return HEADER_BYTES + (intAt(header, LENGTHS_OFFSET) & 0xFFFF_FFFFL);
  }

  private static int version(byte[] envelope) {
    return envelope[3] & 0xFF;
  }

  private static int deadlineCheck(long stamp, long expiresAtMillis) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(stamp).putLong(expiresAtMillis).flip());
    return (int) crc.getValue();
  }

  private static int deadlineCheck(byte[] envelope) {
    CRC32C crc = new CRC32C();
    crc.update(envelope, STAMP_OFFSET, Long.BYTES);
    crc.update(envelope, DEADLINE_OFFSET, Long.BYTES);
    return (int) crc.getValue();
  }

  private static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, DEADLINE_OFFSET);
    crc.update(bytes, SCHEMA_OFFSET, CRC_OFFSET - SCHEMA_OFFSET);
    crc.update(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
    return (int) crc.getValue();
  }

  boolean hasKey(String key) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    int end = HEADER_BYTES + intAt(bytes, LENGTHS_OFFSET);
    return Arrays.equals(bytes, HEADER_BYTES, end, wanted, 0, wanted.length);
  }

  int flags() {
    return (short) SHORTS.get(bytes, FLAGS_OFFSET) & 0xFFFF;
  }

  long writtenAtMillis() {
    return longAt(bytes, WRITTEN_AT_OFFSET);
  }

  long freshUntilMillis() {
    return longAt(bytes, WRITTEN_AT_OFFSET + Long.BYTES);
  }

  boolean isOf(Codec<?> codec) {
    String id = codec.id();
    for (int i = 0; i < CODEC_BYTES; i++) {
      if (bytes[CODEC_OFFSET + i] != (i < id.length() ? id.charAt(i) : 0)) {
        return false;
      }
    }
    return schema() == codec.schema();
  }

  String codec() {
    return new String(bytes, CODEC_OFFSET, CODEC_BYTES, StandardCharsets.US_ASCII)
        .replace("\0", "");
  }

  int schema() {
    return intAt(bytes, SCHEMA_OFFSET);
  }

  int decodedBytes() {
    return intAt(bytes, LENGTHS_OFFSET + 12);
  }

  @Nullable Attributes attributes() {
    return AttributeBytes.decode(bytes, payloadStart() - attributeBytes(), attributeBytes());
  }

  private int payloadStart() {
    return HEADER_BYTES + intAt(bytes, LENGTHS_OFFSET) + attributeBytes();
  }

  Slice payload() {
    return new Slice(bytes, payloadStart(), intAt(bytes, LENGTHS_OFFSET + 8));
  }

  /** Shows all that stands around the payload, but what a touch changes and the CRC. */
  void bind(Consumer<ByteBuffer> to) {
    to.accept(ByteBuffer.wrap(bytes, 0, DEADLINE_OFFSET));
    to.accept(ByteBuffer.wrap(bytes, SCHEMA_OFFSET, CRC_OFFSET - SCHEMA_OFFSET));
    to.accept(ByteBuffer.wrap(bytes, HEADER_BYTES, payloadStart() - HEADER_BYTES));
  }

  private int attributeBytes() {
    return intAt(bytes, LENGTHS_OFFSET + 4);
  }
}
