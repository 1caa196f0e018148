package org.cairncache.promises;

import java.net.URI;
import java.util.Set;

/** The heap, which nobody else reaches. */
final class HeapPlace implements Place {
  @Override
  public URI uri() {
    return URI.create("memory:promises");
  }

  @Override
  public Set<String> names() {
    return Set.of();
  }

  @Override
  public byte[] read(String name) {
    throw new UnsupportedOperationException("Objects have no bytes");
  }

  @Override
  public void write(String name, byte[] bytes) {
    throw new UnsupportedOperationException("Objects have no bytes");
  }
}
