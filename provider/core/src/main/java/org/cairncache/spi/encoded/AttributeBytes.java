package org.cairncache.spi.encoded;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.cairncache.spi.Attributes;
import org.jspecify.annotations.Nullable;

/** Attributes as bytes: none are none; else the epoch, and each tag with its version, in order. */
public final class AttributeBytes {
  private static final byte[] NONE = {};

  private AttributeBytes() {}

  /** The bytes of the attributes. */
  public static byte[] encode(Attributes attributes) {
    if (attributes.equals(Attributes.NONE)) {
      return NONE;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(number(attributes.fencingEpoch()));
    new TreeMap<>(attributes.tagVersions())
        .forEach(
            (tag, version) -> {
              byte[] name = tag.getBytes(StandardCharsets.UTF_8);
              out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
              out.writeBytes(name);
              out.writeBytes(number(version));
            });
    return out.toByteArray();
  }

  private static byte[] number(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }

  /** Null if these bytes are not what {@link #encode} gives. */
  public static @Nullable Attributes decode(byte[] bytes, int start, int length) {
    if (length == 0) {
      return Attributes.NONE;
    }
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes, start, length);
      long epoch = in.getLong();
      Map<String, Long> tags = new HashMap<>();
      while (in.hasRemaining()) {
        int nameLength = in.getInt();
        if (nameLength < 0 || nameLength > in.remaining()) {
          return null;
        }
        String name = new String(bytes, in.position(), nameLength, StandardCharsets.UTF_8);
        in.position(in.position() + nameLength);
        tags.put(name, in.getLong());
      }
      return epoch < 0 ? null : new Attributes(epoch, tags);
    } catch (BufferUnderflowException cut) {
      return null;
    }
  }
}
