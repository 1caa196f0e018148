package org.cairncache.msgpack;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;

/** How the values of one type are written, null among them. Thread-safe. */
interface Form {
  /** How deep values may be nested. */
  int MAXIMUM_DEPTH = 200;

  /** Writes a value, or nil for null. */
  default void write(MessagePacker packer, @Nullable Object value, int depth) throws IOException {
    if (depth > MAXIMUM_DEPTH) {
      throw new IOException("Nested more than " + MAXIMUM_DEPTH + " deep");
    }
    if (value == null) {
      packer.packNil();
    } else {
      writePresent(packer, value, depth);
    }
  }

  /** Reads a value, or null for nil. */
  default @Nullable Object read(Content content, int depth) throws IOException {
    if (depth > MAXIMUM_DEPTH) {
      throw new IOException("Nested more than " + MAXIMUM_DEPTH + " deep");
    }
    return content.isNil() ? null : readPresent(content, depth);
  }

  /** Writes what is not null. */
  void writePresent(MessagePacker packer, Object value, int depth) throws IOException;

  /** Reads what is not nil. */
  Object readPresent(Content content, int depth) throws IOException;
}
