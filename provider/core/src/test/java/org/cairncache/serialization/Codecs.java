package org.cairncache.serialization;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import org.cairncache.spi.AllowList;
import org.cairncache.spi.CodecContext;
import org.cairncache.spi.CodecContext.Purpose;

/** Java codecs that allow this package, and streams that they did not write. */
final class Codecs {
  static final int MEBIBYTE = 1 << 20;

  private Codecs() {}

  static JavaCodec<Object> values(int maximumBytes) {
    return of(maximumBytes, Purpose.VALUES);
  }

  static JavaCodec<Object> keys() {
    return of(MEBIBYTE, Purpose.KEYS);
  }

  private static JavaCodec<Object> of(int maximumBytes, Purpose purpose) {
    AllowList allowList = AllowList.of(List.of("org.cairncache.serialization.*"), List.of());
    return new JavaCodec<>(
        new CodecContext<>(
            "c", Object.class, Codecs.class.getClassLoader(), allowList, maximumBytes, purpose));
  }

  static byte[] encode(JavaCodec<Object> codec, Object value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    codec.encode(value, out);
    return out.toByteArray();
  }

  static Object decode(byte[] bytes) throws IOException {
    return values(64 * MEBIBYTE).decode(new ByteArrayInputStream(bytes));
  }

  /** What anybody can write. */
  static byte[] serialize(Object value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(value);
    }
    return out.toByteArray();
  }
}
