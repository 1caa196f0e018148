package org.cairncache.serialization;

import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.cairncache.spi.CodecFactory;

/** Makes codecs by Java serialization, {@code java}. Thread-safe. */
public final class JavaCodecFactory implements CodecFactory {
  @Override
  public String name() {
    return "java";
  }

  @Override
  public <T> Codec<T> create(CodecContext<T> context) {
    return new JavaCodec<>(context);
  }
}
