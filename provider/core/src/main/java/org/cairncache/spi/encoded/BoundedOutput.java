package org.cairncache.spi.encoded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * Keeps what is written, up to a bound: an endless value fails before it fills the heap. For codecs
 * that must see the whole before they pass it on. For one thread.
 */
public final class BoundedOutput extends OutputStream {
  private static final byte[] NONE = {};
  private static final int FIRST_BYTES = 512;

  private final int maximumBytes;
  private byte[] bytes;
  private int length;

  /**
   * Takes so many bytes.
   *
   * @param maximumBytes one more is an {@link IOException} that names maximum-entry-size
   */
  public BoundedOutput(int maximumBytes) {
    this.maximumBytes = maximumBytes;
    this.bytes = NONE;
  }

  @Override
  public void write(int one) throws IOException {
    makeRoom(1);
    bytes[length++] = (byte) one;
  }

  @Override
  public void write(byte[] from, int start, int count) throws IOException {
    Objects.checkFromIndexSize(start, count, from.length);
    makeRoom(count);
    System.arraycopy(from, start, bytes, length, count);
    length += count;
  }

  /**
   * As to write them all, without a copy where they are the first.
   *
   * @param all nobody changes them any more
   */
  public void give(byte[] all) throws IOException {
    if (length > 0 || all.length > maximumBytes) {
      write(all, 0, all.length);
    } else {
      bytes = all;
      length = all.length;
    }
  }

  private void makeRoom(int count) throws IOException {
    long wanted = (long) length + count;
    if (wanted > maximumBytes) {
      throw new IOException("longer than maximum-entry-size, " + maximumBytes + " bytes");
    }
    if (wanted > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(maximumBytes, room(wanted)));
    }
  }

  // What comes in one piece is often all; what comes in crumbs goes on.
  private long room(long wanted) {
    boolean isCrumb = wanted < FIRST_BYTES / 8;
    return Math.max(wanted, length == 0 && !isCrumb ? 0 : Math.max(FIRST_BYTES, 2L * length));
  }

  /** All that was written, to be read; nothing may be written after. Not a copy. */
  public InputStream stream() {
    return written().stream();
  }

  /** Writes all that was written. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  /** All that was written; nothing may be written after. */
  Slice written() {
    return new Slice(bytes, 0, length);
  }
}
