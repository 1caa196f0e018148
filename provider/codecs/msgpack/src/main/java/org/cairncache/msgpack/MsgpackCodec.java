package org.cairncache.msgpack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

/**
 * MessagePack of one type, at most 200 levels deep. Components of records that the type does not
 * have are skipped, those that it lacks are null or zero. Equal values are written alike where
 * their maps and sets are in one order. Thread-safe.
 */
final class MsgpackCodec<T> implements Codec<T> {
  private final CodecContext<T> context;
  private final Form form;

  MsgpackCodec(CodecContext<T> context, Form form) {
    this.context = context;
    this.form = form;
  }

  @Override
  public String id() {
    return "msgpack";
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    MessagePacker packer = MessagePack.newDefaultPacker(out);
    try {
      form.write(packer, value, 0);
    } catch (RuntimeException | StackOverflowError failure) {
      throw new IOException(
          "A " + value.getClass().getName() + " cannot be written as MessagePack", failure);
    }
    packer.flush();
  }

  @Override
  public T decode(InputStream in) throws IOException {
    Content content = new Content(context.readAll(in));
    Object value;
    try {
      value = form.read(content, 0);
      content.end();
    } catch (RuntimeException | StackOverflowError | LinkageError failure) {
      throw new IOException("Not MessagePack of a " + context.type().getName(), failure);
    }
    if (!context.type().isInstance(value)) {
      throw new IOException("Not a " + context.type().getName());
    }
    return context.type().cast(value);
  }
}
