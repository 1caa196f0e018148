package org.cairncache.msgpack;

import java.io.IOException;
import java.time.Instant;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

/**
 * What is read, all of it at hand, so that no length is believed that is longer than what is left.
 * Not thread-safe.
 */
final class Content {
  private static final MessagePack.UnpackerConfig CONFIG =
      new MessagePack.UnpackerConfig().withStringSizeLimit(Integer.MAX_VALUE);

  private final MessageUnpacker unpacker;
  private final long total;

  Content(byte[] bytes) {
    this.unpacker = CONFIG.newUnpacker(bytes);
    this.total = bytes.length;
  }

  /** The one to read scalars without a length with. */
  MessageUnpacker scalars() {
    return unpacker;
  }

  boolean isNil() throws IOException {
    return unpacker.hasNext() && unpacker.tryUnpackNil();
  }

  MessageFormat next() throws IOException {
    return unpacker.getNextFormat();
  }

  int listSize() throws IOException {
    return checked(unpacker.unpackArrayHeader(), 1);
  }

  int mapSize() throws IOException {
    return checked(unpacker.unpackMapHeader(), 2);
  }

  byte[] bytes() throws IOException {
    return unpacker.readPayload(checked(unpacker.unpackBinaryHeader(), 1));
  }

  String text() throws IOException {
    // the header says how long: look at it first
    int length = checked(unpacker.unpackRawStringHeader(), 1);
    return Texts.decode(unpacker.readPayload(length));
  }

  Instant time() throws IOException {
    return unpacker.unpackTimestamp();
  }

  void skip() throws IOException {
    unpacker.skipValue();
  }

  void end() throws IOException {
    if (unpacker.hasNext()) {
      throw new IOException("There is more after the value");
    }
  }

  private int checked(int length, int bytesEach) throws IOException {
    if (length < 0 || (long) length * bytesEach > total - unpacker.getTotalReadBytes()) {
      throw new IOException("Claims to be longer than it is");
    }
    return length;
  }
}
