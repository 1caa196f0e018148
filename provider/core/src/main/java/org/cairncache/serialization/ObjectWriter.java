package org.cairncache.serialization;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import org.cairncache.spi.AllowList;

/** Writes objects of allowed classes. For one thread. */
class ObjectWriter extends ObjectOutputStream {
  private final AllowList allowList;

  ObjectWriter(OutputStream out, AllowList allowList) throws IOException {
    super(out);
    this.allowList = allowList;
    enableReplaceObject(true);
  }

  // A failure is written to the stream before it is thrown, where it would be refused for its
  // class.
  @Override
  protected Object replaceObject(Object original) throws IOException {
    if (original instanceof IOException failure && !allowList.allows(failure.getClass())) {
      throw failure;
    }
    return original;
  }

  @Override
  protected final void annotateClass(Class<?> type) throws IOException {
    if (!allowList.allows(type)) {
      throw new InvalidClassException(allowList.refusal(type.getName()));
    }
  }

  @Override
  protected final void annotateProxyClass(Class<?> type) throws IOException {
    throw new InvalidClassException("A proxy cannot be encoded");
  }
}
