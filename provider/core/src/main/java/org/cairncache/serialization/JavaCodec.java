package org.cairncache.serialization;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.OutputStream;
import java.util.Optional;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.cairncache.spi.encoded.BoundedOutput;
import org.jspecify.annotations.Nullable;

/**
 * Java serialization, which makes any class that a stream names: so classes must be on the
 * allow-list, both ways, and a stream is looked at before it is read, for graphs that grow when
 * they are read ({@link GraphSize}). What could not be read is not written. Thread-safe.
 *
 * <p>The plainest values are written and read by {@link PlainStream}, as the same bytes.
 *
 * <p>For keys, equal parts are written as one ({@link KeyWriter}).
 */
final class JavaCodec<T> implements Codec<T> {
  private final CodecContext<T> context;

  JavaCodec(CodecContext<T> context) {
    this.context = context;
  }

  @Override
  public String id() {
    return "java";
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    if (PlainStream.write(value, out, context.maximumBytes())) {
      return;
    }
    BoundedOutput bytes = new BoundedOutput(context.maximumBytes());
    try {
      ObjectWriter objects =
          context.purpose() == CodecContext.Purpose.KEYS
              ? new KeyWriter(bytes, context.allowList())
              : new ObjectWriter(bytes, context.allowList());
      objects.writeObject(value);
      objects.flush();
    } catch (NotSerializableException refused) {
      throw new IOException(RefusedClasses.notSerializable(refused.getMessage()), refused);
    } catch (StackOverflowError tooDeep) {
      throw new IOException("Java serialization refuses a value nested too deep", tooDeep);
    }
    StreamShape.check(bytes.stream(), context.maximumBytes());
    bytes.writeTo(out);
  }

  @Override
  public T decode(InputStream in) throws IOException {
    int maximumBytes = context.maximumBytes();
    InputStream twice =
        in.markSupported() ? in : new ByteArrayInputStream(in.readNBytes(maximumBytes));
    twice.mark(maximumBytes);
    try {
      Object plain = PlainStream.read(twice, maximumBytes);
      if (plain != null) {
        return typed(plain);
      }
      twice.reset();
      long length = StreamShape.check(twice, maximumBytes);
      twice.reset();
      twice.skipNBytes(length);
      if (twice.read() >= 0) {
        throw new IOException("The stream goes on after its value");
      }
      twice.reset();
      return typed(new ObjectReader(twice, length, context).readObject());
    } catch (ClassNotFoundException missing) {
      throw new IOException(
          "There is no class " + missing.getMessage() + " for the manager's class loader", missing);
    } catch (RuntimeException
        | StackOverflowError
        | InternalError // of StringBuilder, for half a character
        | LinkageError damaged) {
      throw new IOException("Not what this codec writes", damaged);
    }
  }

  @Override
  public Optional<String> refusal(Class<?> type) {
    return RefusedClasses.refusal(type, context.allowList());
  }

  @SuppressWarnings("unchecked") // looked at before
  private T typed(@Nullable Object value) throws IOException {
    if (!context.type().isInstance(value)) {
      throw new IOException("The stream holds no " + context.type().getName());
    }
    return (T) value;
  }
}
