package org.cairncache.serialization;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import org.cairncache.spi.AllowList;
import org.cairncache.spi.CodecContext;

/**
 * Reads objects of allowed classes, which all arrays and tables together may tell of no more
 * elements than the stream has bytes. For one thread.
 */
final class ObjectReader extends ObjectInputStream {
  private final long length;
  private final AllowList allowList;
  private final ClassLoader loader;
  private long claimed;

  ObjectReader(InputStream in, long length, CodecContext<?> context) throws IOException {
    super(in);
    this.length = length;
    this.allowList = context.allowList();
    this.loader = context.classLoader();
    setObjectInputFilter(this::judge);
  }

  private ObjectInputFilter.Status judge(ObjectInputFilter.FilterInfo info) {
    Class<?> type = info.serialClass();
    if (info.arrayLength() > 0) {
      // Sets within sets could each tell of as many elements as the stream has bytes.
      claimed += info.arrayLength() * bytesPerElement(type);
    }
    boolean allowed = claimed <= length && (type == null || allowList.allows(type));
    return allowed ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
  }

  private static long bytesPerElement(Class<?> type) {
    String name = type == null ? "" : type.getName();
    return name.length() == 2 ? ClassShape.bytes(name.charAt(1)) : 1;
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass description)
      throws IOException, ClassNotFoundException {
    String name = description.getName();
    if (!allowList.allows(name)) {
      throw new InvalidClassException(allowList.refusal(name));
    }
    return AllowList.isPrimitive(name)
        ? super.resolveClass(description)
        : Class.forName(name, false, loader);
  }

  @Override
  protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
    throw new InvalidClassException("A proxy is not allowed");
  }
}
