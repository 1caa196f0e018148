package org.cairncache.serialization;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamConstants;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.cairncache.spi.encoded.BoundedOutput;
import org.jspecify.annotations.Nullable;

/**
 * The streams of arrays of bytes, of texts in ASCII and of the commonest boxed values, byte for
 * byte as Java serialization writes them, without its machinery, which costs such a value more than
 * all else on its way to a store. Whatever else there is, it leaves to that. Stateless.
 */
final class PlainStream {
  private static final byte[] BYTES = beginning(new byte[0], Integer.BYTES);
  private static final byte[] TEXT = beginning("", Short.BYTES);
  private static final byte[] LONG = beginning(0L, Long.BYTES);
  private static final byte[] INTEGER = beginning(0, Integer.BYTES);
  private static final byte[] DOUBLE = beginning(0.0, Double.BYTES);
  private static final byte[] BOOLEAN = beginning(false, 1);
  private static final int LONGEST_BOX = LONG.length + DOUBLE.length;
  private static final int LONGEST_TEXT = 0xFFFF;
  private static final byte[] NOTHING = {};

  private PlainStream() {}

  // Java serialization itself says how the stream of such a value begins.
  private static byte[] beginning(Object sample, int bytesOfContent) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
      objects.writeObject(sample);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Arrays.copyOf(bytes.toByteArray(), bytes.size() - bytesOfContent);
  }

  /** Writes the value, unless it is not a plain one or its stream is longer than this. */
  static boolean write(Object value, OutputStream out, int maximumBytes) throws IOException {
    byte[] stream = stream(value, maximumBytes);
    if (stream == null || stream.length > maximumBytes) {
      return false;
    }
    if (out instanceof BoundedOutput bounded) {
      bounded.give(stream);
    } else {
      out.write(stream);
    }
    return true;
  }

  private static byte @Nullable [] stream(Object value, int maximumBytes) {
    if (value instanceof byte[] bytes) {
      return bytes.length > maximumBytes ? null : bytes(bytes);
    }
    if (value instanceof String text) {
      return text.length() > LONGEST_TEXT ? null : text(text);
    }
    if (value instanceof Long number) {
      byte[] stream = begin(LONG, Long.BYTES);
      ByteBuffer.wrap(stream).putLong(LONG.length, number);
      return stream;
    }
    if (value instanceof Integer number) {
      byte[] stream = begin(INTEGER, Integer.BYTES);
      ByteBuffer.wrap(stream).putInt(INTEGER.length, number);
      return stream;
    }
    if (value instanceof Double number) {
      byte[] stream = begin(DOUBLE, Double.BYTES);
      ByteBuffer.wrap(stream).putLong(DOUBLE.length, Double.doubleToLongBits(number));
      return stream;
    }
    if (value instanceof Boolean answer) {
      byte[] stream = begin(BOOLEAN, 1);
      stream[BOOLEAN.length] = (byte) (answer ? 1 : 0);
      return stream;
    }
    return null;
  }

  private static byte[] bytes(byte[] bytes) {
    byte[] stream = begin(BYTES, Integer.BYTES + bytes.length);
    ByteBuffer.wrap(stream).position(BYTES.length).putInt(bytes.length).put(bytes);
    return stream;
  }

  private static byte @Nullable [] text(String text) {
    byte[] characters = text.getBytes(StandardCharsets.UTF_8);
    if (characters.length != text.length() || !isPlain(characters)) {
      return null;
    }
    byte[] stream = begin(TEXT, Short.BYTES + characters.length);
    ByteBuffer.wrap(stream)
        .position(TEXT.length)
        .putShort((short) characters.length)
        .put(characters);
    return stream;
  }

  private static byte[] begin(byte[] beginning, int more) {
    return Arrays.copyOf(beginning, beginning.length + more);
  }

  // What Java serialization writes as one byte each.
  private static boolean isPlain(byte[] characters) {
    for (byte character : characters) {
      if (character <= 0) {
        return false;
      }
    }
    return true;
  }

  /** The value of a stream of at most so many bytes, if it is a plain one; otherwise null. */
  static @Nullable Object read(InputStream in, int maximumBytes) throws IOException {
    byte[] start = next(in, TEXT.length);
    int tag = TEXT.length - 1;
    if (start.length < TEXT.length || !Arrays.equals(start, 0, tag, TEXT, 0, tag)) {
      return null;
    }
    return switch (start[tag]) {
      case ObjectStreamConstants.TC_STRING -> readText(in, maximumBytes);
      case ObjectStreamConstants.TC_ARRAY -> readBytes(in, maximumBytes);
      case ObjectStreamConstants.TC_OBJECT ->
          readBox(next(in, Math.min(LONGEST_BOX, maximumBytes - TEXT.length)));
      default -> null;
    };
  }

  private static @Nullable String readText(InputStream in, int maximumBytes) throws IOException {
    byte[] length = next(in, Short.BYTES);
    if (length.length < Short.BYTES) {
      return null;
    }
    int count = ByteBuffer.wrap(length).getShort() & LONGEST_TEXT;
    if (count > maximumBytes - TEXT.length - Short.BYTES) {
      return null;
    }
    byte[] characters = readLast(in, count);
    return characters != null && isPlain(characters)
        ? new String(characters, StandardCharsets.ISO_8859_1)
        : null;
  }

  private static byte @Nullable [] readBytes(InputStream in, int maximumBytes) throws IOException {
    int more = BYTES.length - TEXT.length;
    byte[] rest = next(in, more + Integer.BYTES);
    if (rest.length < more + Integer.BYTES
        || !Arrays.equals(rest, 0, more, BYTES, TEXT.length, BYTES.length)) {
      return null;
    }
    int length = ByteBuffer.wrap(rest).getInt(more);
    return length < 0 || length > maximumBytes - BYTES.length - Integer.BYTES
        ? null
        : readLast(in, length);
  }

  private static byte @Nullable [] readLast(InputStream in, int length) throws IOException {
    byte[] bytes = next(in, length);
    return bytes.length == length && in.read() < 0 ? bytes : null;
  }

  // What is in an array already needs no buffers on its way, and no more room than it has.
  private static byte[] next(InputStream in, int most) throws IOException {
    if (!(in instanceof ByteArrayInputStream array)) {
      return in.readNBytes(most);
    }
    byte[] bytes = new byte[Math.min(most, array.available())];
    return array.readNBytes(bytes, 0, bytes.length) == bytes.length ? bytes : NOTHING;
  }

  private static @Nullable Object readBox(byte[] rest) {
    if (isBox(rest, LONG, Long.BYTES)) {
      return ByteBuffer.wrap(rest).getLong(rest.length - Long.BYTES);
    }
    if (isBox(rest, INTEGER, Integer.BYTES)) {
      return ByteBuffer.wrap(rest).getInt(rest.length - Integer.BYTES);
    }
    if (isBox(rest, DOUBLE, Double.BYTES)) {
      return ByteBuffer.wrap(rest).getDouble(rest.length - Double.BYTES);
    }
    if (isBox(rest, BOOLEAN, 1)) {
      byte answer = rest[rest.length - 1];
      return answer == 0 ? Boolean.FALSE : answer == 1 ? Boolean.TRUE : null;
    }
    return null;
  }

  private static boolean isBox(byte[] rest, byte[] beginning, int content) {
    int more = beginning.length - TEXT.length;
    return rest.length == more + content
        && Arrays.equals(rest, 0, more, beginning, TEXT.length, beginning.length);
  }
}
