package org.cairncache.spi;

import java.io.IOException;
import java.io.InputStream;

/**
 * What a codec is made for.
 *
 * @param cacheName the name of the cache, any text
 * @param type the configured type of the keys or values, {@code Object.class} if none was
 * @param classLoader all decoding resolves classes through it
 * @param allowList the classes that may be made of bytes
 * @param maximumBytes no encoded key or value is longer than this
 * @param purpose whether it encodes keys, of which equal ones must encode equally, or values
 */
public record CodecContext<T>(
    String cacheName,
    Class<T> type,
    ClassLoader classLoader,
    AllowList allowList,
    int maximumBytes,
    Purpose purpose) {
  /** What a codec encodes. */
  public enum Purpose {
    KEYS,
    VALUES
  }

  /** What a codec of values is made for. */
  public CodecContext(
      String cacheName,
      Class<T> type,
      ClassLoader classLoader,
      AllowList allowList,
      int maximumBytes) {
    this(cacheName, type, classLoader, allowList, maximumBytes, Purpose.VALUES);
  }

  /**
   * All that is left of a stream, for codecs that want to know how much can still come: a length
   * that the content claims is a lie if it is longer.
   *
   * @throws IOException if it is longer than {@link #maximumBytes}, or the stream fails
   */
  public byte[] readAll(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(maximumBytes);
    if (bytes.length == maximumBytes && in.read() >= 0) {
      throw new IOException("Longer than maximum-entry-size, " + maximumBytes + " bytes");
    }
    return bytes;
  }
}
