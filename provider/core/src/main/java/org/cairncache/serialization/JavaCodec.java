package org.cairncache.serialization;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import org.cairncache.spi.AllowList;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;

/**
 * Java serialization, which makes any class that a stream names: so classes must be on the
 * allow-list, both ways, and graphs are at most 20 levels deep, of a million references, and no
 * longer than the cache's entries may be. Equal texts, numbers and times are written alike, whether
 * or not they are one object. Thread-safe.
 */
final class JavaCodec<T> implements Codec<T> {
  private static final int MAXIMUM_DEPTH = 20;
  private static final int MAXIMUM_REFERENCES = 1_000_000;

  private final ClassLoader loader;
  private final AllowList allowList;
  private final int maximumBytes;

  JavaCodec(CodecContext<T> context) {
    this.loader = context.classLoader();
    this.allowList = context.allowList();
    this.maximumBytes = context.maximumBytes();
  }

  @Override
  public String id() {
    return "java";
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    ObjectOutputStream objects = new Output(out);
    objects.writeObject(value);
    objects.flush();
  }

  @Override
  @SuppressWarnings("unchecked") // what the cache wrote is of its type, and the cache looks
  public T decode(InputStream in) throws IOException {
    try {
      return (T) new Input(in).readObject();
    } catch (ClassNotFoundException missing) {
      throw new IOException(
          "There is no class " + missing.getMessage() + " for the manager's class loader", missing);
    } catch (RuntimeException | StackOverflowError | LinkageError damaged) {
      throw new IOException("Not what this codec writes", damaged);
    }
  }

  private final class Output extends ObjectOutputStream {
    Output(OutputStream out) throws IOException {
      super(out);
      enableReplaceObject(true);
    }

    @Override
    protected void annotateClass(Class<?> type) throws IOException {
      if (!allowList.allows(type)) {
        throw new InvalidClassException(allowList.refusal(type.getName()));
      }
    }

    @Override
    protected void annotateProxyClass(Class<?> type) throws IOException {
      throw new InvalidClassException("A proxy cannot be encoded");
    }

    // A copy is not recognised when it comes again, so it is written again and not referred to.
    @Override
    @SuppressWarnings("StringCopy") // the copy is the point
    protected Object replaceObject(Object original) {
      return original instanceof String text ? new String(text) : original;
    }
  }

  private final class Input extends ObjectInputStream {
    Input(InputStream in) throws IOException {
      super(in);
      setObjectInputFilter(this::judge);
    }

    private ObjectInputFilter.Status judge(ObjectInputFilter.FilterInfo info) {
      Class<?> type = info.serialClass();
      boolean allowed =
          info.depth() <= MAXIMUM_DEPTH
              && info.references() <= MAXIMUM_REFERENCES
              && info.streamBytes() <= maximumBytes
              && info.arrayLength() <= maximumBytes
              && (type == null || allowList.allows(type));
      return allowed ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      String name = description.getName();
      if (!name.startsWith("[") && !isPrimitive(name) && !allowList.allows(name)) {
        throw new InvalidClassException(allowList.refusal(name));
      }
      return isPrimitive(name)
          ? super.resolveClass(description)
          : Class.forName(name, false, loader);
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
      throw new InvalidClassException("A proxy is not allowed");
    }

    private static boolean isPrimitive(String name) {
      return switch (name) {
        case "boolean", "byte", "char", "short", "int", "long", "float", "double", "void" -> true;
        default -> false;
      };
    }
  }
}
