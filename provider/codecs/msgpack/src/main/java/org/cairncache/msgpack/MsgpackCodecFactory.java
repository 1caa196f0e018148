package org.cairncache.msgpack;

import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.cairncache.spi.CodecFactory;

/**
 * Makes codecs of MessagePack, {@code msgpack}, for records, scalars of the JDK, and trees: maps
 * with texts for keys, and lists, of texts, flags, longs, doubles, bytes, times and trees.
 * Thread-safe.
 *
 * <p>What a record holds is known by what its components are declared to be: scalars, enums,
 * records, lists, sets and maps of these with their type arguments, and {@code Object} for a tree.
 * Components are written by name, so records may gain and lose some.
 */
public final class MsgpackCodecFactory implements CodecFactory {
  @Override
  public String name() {
    return "msgpack";
  }

  /**
   * Makes the codec.
   *
   * @throws IllegalArgumentException if the type, or one that it is made of, is none of those
   */
  @Override
  public <T> Codec<T> create(CodecContext<T> context) {
    if (context.type() == Object.class) {
      throw new IllegalArgumentException(
          "Cache \""
              + context.cacheName()
              + "\": msgpack needs to know what to make of its content, and java.lang.Object does"
              + " not say: set value-type (for keys, key-type) to a record, Map or List");
    }
    return new MsgpackCodec<>(context, new Forms().of(context.type()));
  }
}
