package org.cairncache.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.util.DefaultInstantiatorStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.objenesis.strategy.StdInstantiatorStrategy;

/**
 * Values by Kryo, of registered classes only, at most 200 levels deep. Trees, not graphs: an object
 * that is in a value twice is written twice, so that equal values are written alike where their
 * maps and sets are in one order; a cycle is refused. Thread-safe: a Kryo serves one call at a
 * time.
 */
final class KryoCodec<T> implements Codec<T> {
  private static final int MAXIMUM_DEPTH = 200;
  private static final int BUFFER = 4096;

  private final CodecContext<T> context;
  private final List<Class<?>> classes;
  private final int schema;
  private final Spares spares = new Spares(this::newKryo);

  KryoCodec(CodecContext<T> context, List<Class<?>> classes, int schema) {
    this.context = context;
    this.classes = classes;
    this.schema = schema;
  }

  private Kryo newKryo() {
    Kryo kryo = new Kryo();
    kryo.setClassLoader(context.classLoader());
    kryo.setRegistrationRequired(true);
    kryo.setReferences(false);
    kryo.setMaxDepth(MAXIMUM_DEPTH);
    kryo.setInstantiatorStrategy(new DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
    BoundedSerializers.addTo(kryo);
    JdkClasses.register(kryo);
    classes.forEach(kryo::register);
    return kryo;
  }

  @Override
  public String id() {
    return "kryo";
  }

  @Override
  public int schema() {
    return schema;
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    Kryo kryo = spares.take();
    Output output = new FixedOutput(out, BUFFER);
    try {
      kryo.writeClassAndObject(output, value);
      output.flush();
    } catch (RuntimeException | StackOverflowError failure) {
      throw new IOException(
          "A "
              + value.getClass().getName()
              + " cannot be written by Kryo, where every class is registered: "
              + failure.getMessage()
              + " (extend KryoCodecFactory to name classes that no field declares)",
          failure);
    }
    spares.giveBack(kryo);
  }

  @Override
  public T decode(InputStream in) throws IOException {
    BoundedInput input = new BoundedInput(context.readAll(in), context.maximumBytes());
    Kryo kryo = spares.take();
    Object value;
    try {
      value = kryo.readClassAndObject(input);
    } catch (RuntimeException | StackOverflowError | LinkageError failure) {
      throw new IOException("Not what this codec writes: " + failure.getMessage(), failure);
    }
    spares.giveBack(kryo);
    if (!context.type().isInstance(value) || input.position() != input.limit()) {
      throw new IOException("Not one " + context.type().getName());
    }
    return context.type().cast(value);
  }

  @Override
  public Optional<String> refusal(Class<?> type) {
    Kryo kryo = spares.take();
    try {
      kryo.getRegistration(type);
      return Optional.empty();
    } catch (IllegalArgumentException notRegistered) {
      return Optional.of(
          "The class "
              + type.getName()
              + " is not registered with Kryo: set value-type to it, or extend KryoCodecFactory to"
              + " name it");
    } finally {
      spares.giveBack(kryo);
    }
  }
}
