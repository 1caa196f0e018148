package org.cairncache.serialization;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a stream, counted, and at most so many. For one thread. */
final class StreamBytes {
  private final InputStream in;
  private final int maximumBytes;
  private final byte[] window = new byte[4096];
  private int at;
  private int end;
  private long before;

  StreamBytes(InputStream in, int maximumBytes) {
    this.in = in;
    this.maximumBytes = maximumBytes;
  }

  /** How many were read. */
  long count() {
    return before + at;
  }

  int oneByte() throws IOException {
    if (at == end && !refill()) {
      throw new EOFException("The stream ends within a value");
    }
    return window[at++] & 0xff;
  }

  int twoBytes() throws IOException {
    return oneByte() << 8 | oneByte();
  }

  int fourBytes() throws IOException {
    return twoBytes() << 16 | twoBytes();
  }

  long eightBytes() throws IOException {
    return (long) fourBytes() << 32 | (fourBytes() & 0xffff_ffffL);
  }

  void skip(long bytes) throws IOException {
    if (bytes < 0 || bytes > maximumBytes - count()) {
      throw new EOFException("The stream tells of more bytes than it may have");
    }
    long left = bytes;
    while (left > end - at) {
      left -= end - at;
      at = end;
      if (!refill()) {
        throw new EOFException("The stream ends within a value");
      }
    }
    at += (int) left;
  }

  /** As {@link java.io.DataInput#readUTF}, which allows several forms of one name. */
  String text() throws IOException {
    byte[] bytes = new byte[2 + twoBytes()];
    bytes[0] = (byte) ((bytes.length - 2) >> 8);
    bytes[1] = (byte) (bytes.length - 2);
    for (int i = 2; i < bytes.length; i++) {
      bytes[i] = (byte) oneByte();
    }
    return new DataInputStream(new ByteArrayInputStream(bytes)).readUTF();
  }

  private boolean refill() throws IOException {
    before += end;
    at = 0;
    end = Math.max(0, in.read(window));
    if (before + end > maximumBytes) {
      throw new IOException("A value is longer than maximum-entry-size, " + maximumBytes);
    }
    return end > 0;
  }
}
