package org.cairncache.msgpack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;

/** Lists, as arrays. */
record ListForm(Form elements) implements Form {
  @Override
  public void writePresent(MessagePacker packer, Object value, int depth) throws IOException {
    Collection<?> collection = (Collection<?>) value;
    packer.packArrayHeader(collection.size());
    for (Object element : collection) {
      elements.write(packer, element, depth + 1);
    }
  }

  @Override
  public Object readPresent(Content content, int depth) throws IOException {
    int size = content.listSize();
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(elements.read(content, depth + 1));
    }
    return list;
  }
}
