package org.cairncache.protobuf;

import com.google.protobuf.Message;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.cairncache.spi.CodecFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes codecs of Protocol Buffers, {@code protobuf}, for one class of generated messages: the
 * configured type, or the one that the factory is given. Thread-safe.
 */
public final class ProtobufCodecFactory implements CodecFactory {
  private final @Nullable Class<? extends Message> type;

  /** For the configured type. */
  public ProtobufCodecFactory() {
    this.type = null;
  }

  private ProtobufCodecFactory(Class<? extends Message> type) {
    this.type = type;
  }

  /** For this class of messages, whatever the cache is configured with. */
  public static ProtobufCodecFactory protobuf(Class<? extends Message> type) {
    return new ProtobufCodecFactory(type);
  }

  @Override
  public String name() {
    return "protobuf";
  }

  /**
   * Makes the codec.
   *
   * @throws IllegalArgumentException if the type is no generated message
   */
  @Override
  @SuppressWarnings("unchecked") // whoever configures a class vouches for it
  public <T> Codec<T> create(CodecContext<T> context) {
    Class<?> messages = type == null ? context.type() : type;
    try {
      Object none = messages.getMethod("getDefaultInstance").invoke(null);
      if (none instanceof Message message && messages.isInstance(message)) {
        return (Codec<T>) new ProtobufCodec(context, message);
      }
    } catch (ReflectiveOperationException notGenerated) {
      throw refusal(context, messages, notGenerated);
    }
    throw refusal(context, messages, null);
  }

  private static IllegalArgumentException refusal(
      CodecContext<?> context, Class<?> messages, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "Cache \""
            + context.cacheName()
            + "\": protobuf encodes generated messages, and "
            + messages.getName()
            + " is none: set value-type to a message class (for keys, key-type)",
        cause);
  }
}
