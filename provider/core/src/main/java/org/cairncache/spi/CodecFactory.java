package org.cairncache.spi;

/**
 * Makes the codecs of one format. Found by {@link java.util.ServiceLoader} under its name, or by
 * the name of its class; needs a public constructor without parameters for that, which must do
 * nothing. Thread-safe.
 */
public interface CodecFactory {
  /** What the format is called in a configuration, in lower case: {@code java}, {@code jackson}. */
  String name();

  /**
   * Makes the codec of a cache's keys or values.
   *
   * @throws IllegalArgumentException if the format cannot hold the type; the message says what to
   *     do
   */
  <T> Codec<T> create(CodecContext<T> context);

  /** Gives this one codec to every cache: for codecs made by the application. */
  static CodecFactory of(Codec<?> codec) {
    return new CodecFactory() {
      @Override
      public String name() {
        return codec.id();
      }

      @Override
      @SuppressWarnings("unchecked") // whoever configures it vouches for the type
      public <T> Codec<T> create(CodecContext<T> context) {
        return (Codec<T>) codec;
      }

      @Override
      public String toString() {
        return name();
      }
    };
  }
}
