package org.cairncache.msgpack;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.msgpack.core.MessagePacker;

/**
 * What MessagePack itself tells apart: so numbers are longs and doubles only, as an int that was
 * written would come back as a long.
 */
enum TreeForm implements Form {
  INSTANCE;

  private static final Form LIST = new ListForm(INSTANCE);
  private static final Form MAP = new MapForm(ScalarForm.TEXT, INSTANCE);

  @Override
  public void writePresent(MessagePacker packer, Object value, int depth) throws IOException {
    formOf(value).writePresent(packer, value, depth);
  }

  private static Form formOf(Object value) throws IOException {
    if (value instanceof List) {
      return LIST;
    }
    if (value instanceof Map) {
      return MAP;
    }
    Class<?> type = value.getClass();
    Form scalar = ScalarForm.of(type);
    if (scalar == null || !ScalarForm.OF_TREES.contains(type)) {
      throw new IOException(
          "A "
              + type.getName()
              + " would not come back from an untyped map or list as it is: use Long, Double,"
              + " String, Boolean, byte[], Instant, or a record with a declared type");
    }
    return scalar;
  }

  @Override
  public Object readPresent(Content content, int depth) throws IOException {
    return switch (content.next().getValueType()) {
      case BOOLEAN -> content.scalars().unpackBoolean();
      case INTEGER -> content.scalars().unpackLong();
      case FLOAT -> content.scalars().unpackDouble();
      case STRING -> content.text();
      case BINARY -> content.bytes();
      case EXTENSION -> content.time();
      case ARRAY -> LIST.readPresent(content, depth);
      case MAP -> MAP.readPresent(content, depth);
      case NIL -> throw new IOException("nil twice");
    };
  }
}
