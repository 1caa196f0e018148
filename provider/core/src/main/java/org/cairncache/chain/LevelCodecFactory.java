package org.cairncache.chain;

import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.cairncache.spi.CodecFactory;
import org.cairncache.spi.Store;

/**
 * Makes the codec of a near level of the codec that its values have. Thread-safe.
 *
 * @param values makes the codec of the values
 * @param far whose entries the level keeps
 * @param home where those live
 */
record LevelCodecFactory(CodecFactory values, Store<?, ?> far, String home)
    implements CodecFactory {
  @Override
  public String name() {
    return values.name();
  }

  @Override
  @SuppressWarnings("unchecked") // the level is opened with the types of the far one
  public <T> Codec<T> create(CodecContext<T> context) {
    Store<?, T> typed = (Store<?, T>) far;
    return (Codec<T>) new LevelCodec<>(values.create(context), typed, home.hashCode());
  }
}
