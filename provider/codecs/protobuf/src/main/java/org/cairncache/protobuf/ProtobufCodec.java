package org.cairncache.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;

/**
 * Messages of one class, at most 100 levels deep. Fields that the class does not have are kept, and
 * written again; the entries of maps are sorted, so that equal messages of one version are written
 * alike. Thread-safe.
 */
final class ProtobufCodec implements Codec<Message> {
  private static final int MAXIMUM_DEPTH = 100;

  private final CodecContext<?> context;
  private final Message none;

  /** The codec of the messages of which this is the one without fields. */
  ProtobufCodec(CodecContext<?> context, Message none) {
    this.context = context;
    this.none = none;
  }

  @Override
  public String id() {
    return "protobuf";
  }

  /** Tells messages of different names apart, as any bytes are often a message of many types. */
  @Override
  public int schema() {
    return none.getDescriptorForType().getFullName().hashCode();
  }

  @Override
  public void encode(Message value, OutputStream out) throws IOException {
    if (value.getDescriptorForType() != none.getDescriptorForType()) {
      throw new IOException(
          "A " + value.getClass().getName() + " is no " + none.getClass().getName());
    }
    CodedOutputStream output = CodedOutputStream.newInstance(out);
    output.useDeterministicSerialization();
    value.writeTo(output);
    output.flush();
  }

  @Override
  public Message decode(InputStream in) throws IOException {
    CodedInputStream input = CodedInputStream.newInstance(context.readAll(in));
    input.setRecursionLimit(MAXIMUM_DEPTH);
    try {
      Message message = none.newBuilderForType().mergeFrom(input).build();
      input.checkLastTagWas(0);
      return message;
    } catch (RuntimeException | StackOverflowError failure) {
      throw new IOException("Not a " + none.getClass().getName(), failure);
    }
  }

  @Override
  public Optional<String> refusal(Class<?> type) {
    return type.isInstance(none) || type == DynamicMessage.class
        ? Optional.empty()
        : Optional.of(
            "Protobuf encodes messages of "
                + none.getClass().getName()
                + " here, and "
                + type.getName()
                + " is another class: set value-type to it if it is a message, or set another codec");
  }
}
