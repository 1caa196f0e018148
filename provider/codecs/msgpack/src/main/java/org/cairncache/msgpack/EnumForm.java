package org.cairncache.msgpack;

import java.io.IOException;
import org.msgpack.core.MessagePacker;

/** Constants by their names. */
record EnumForm(Class<?> type) implements Form {
  @Override
  public void writePresent(MessagePacker packer, Object value, int depth) throws IOException {
    packer.packString(((Enum<?>) value).name());
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"}) // the type is an enum
  public Object readPresent(Content content, int depth) throws IOException {
    return Enum.valueOf((Class) type, content.text());
  }
}
