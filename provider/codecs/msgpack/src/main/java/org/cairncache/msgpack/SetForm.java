package org.cairncache.msgpack;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import org.msgpack.core.MessagePacker;

/** Sets, as arrays. */
record SetForm(Form elements) implements Form {
  @Override
  public void writePresent(MessagePacker packer, Object value, int depth) throws IOException {
    new ListForm(elements).writePresent(packer, value, depth);
  }

  @Override
  public Object readPresent(Content content, int depth) throws IOException {
    return new LinkedHashSet<>((Collection<?>) new ListForm(elements).readPresent(content, depth));
  }
}
