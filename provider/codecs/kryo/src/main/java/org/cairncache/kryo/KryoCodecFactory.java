package org.cairncache.kryo;

import java.util.List;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.cairncache.spi.CodecFactory;

/**
 * Makes codecs by Kryo, {@code kryo}. The classes that they read and write are registered: common
 * ones of the JDK, the configured type and all that its fields are declared to be, and what the
 * factory is given. Thread-safe.
 *
 * <p>A field whose declared type is an interface or an open class says nothing of what is in it
 * (unless it is sealed). Name such classes, in code, or in a class of your own that a configuration
 * names:
 *
 * <pre>{@code
 * public final class ShapesCodec extends KryoCodecFactory {
 *   public ShapesCodec() {
 *     super(Circle.class, Square.class);
 *   }
 * }
 * }</pre>
 *
 * <p>The schema is made of the registered classes and their fields. Whoever changes a class makes
 * another schema, with which the cache that is there is refused until it is destroyed.
 */
public class KryoCodecFactory implements CodecFactory {
  private final List<Class<?>> more;

  /** Registers these classes, and all that their fields are declared to be, too. */
  public KryoCodecFactory(Class<?>... more) {
    this.more = List.of(more);
  }

  /** Registers the configured type, and all that its fields are declared to be. */
  public KryoCodecFactory() {
    this(new Class<?>[0]);
  }

  @Override
  public final String name() {
    return "kryo";
  }

  /**
   * Makes the codec.
   *
   * @throws IllegalArgumentException if a class is not on the allow-list, naming it
   */
  @Override
  public final <T> Codec<T> create(CodecContext<T> context) {
    Shapes shapes = new Shapes(context.allowList());
    shapes.add(context.type());
    more.forEach(shapes::add);
    return new KryoCodec<>(context, shapes.classes(), shapes.schema());
  }
}
