package org.cairncache.msgpack;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;

/** Maps, in the order that they have. */
record MapForm(Form keys, Form values) implements Form {
  @Override
  public void writePresent(MessagePacker packer, Object value, int depth) throws IOException {
    Map<?, ?> map = (Map<?, ?>) value;
    packer.packMapHeader(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      keys.write(packer, entry.getKey(), depth + 1);
      values.write(packer, entry.getValue(), depth + 1);
    }
  }

  @Override
  public Object readPresent(Content content, int depth) throws IOException {
    int size = content.mapSize();
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      map.put(keys.read(content, depth + 1), values.read(content, depth + 1));
    }
    return map;
  }
}
