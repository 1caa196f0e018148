package org.cairncache.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Turns values of one type into bytes and back, for stores that leave the heap. Streams, so that a
 * large value needs no second copy. Thread-safe.
 *
 * @param <T> the type of values
 */
public interface Codec<T> {
  /**
   * Names the format in every entry, so that a process with another codec sees it: at most 16
   * characters of {@code [a-z0-9.-]}, never reused for another format.
   */
  String id();

  /**
   * Names the shape of the values within the format, so that bytes of another shape are never
   * misread: a cache that is there with another number is refused when it is opened, as with
   * another codec, and an entry of another number is a miss. 0 by default.
   */
  default int schema() {
    return 0;
  }

  /**
   * Writes the value and does not close the stream. Equal keys must encode equally where this codec
   * serves keys ({@link CodecContext.Purpose#KEYS}).
   *
   * @throws IOException if the stream fails or the value cannot be encoded; the message names the
   *     class
   */
  void encode(T value, OutputStream out) throws IOException;

  /**
   * Reads one value; the stream ends where the value ends.
   *
   * @throws IOException for truncated, foreign or forbidden content, and nothing else for any input
   */
  T decode(InputStream in) throws IOException;

  /**
   * Why {@link #encode} refuses every value of exactly this class, and what to do about it, in one
   * sentence; empty (the default) where it may take some, or where that is not known without one.
   * Whoever configures a cache is warned by it; no operation asks. Never of an interface, an
   * abstract class, {@code Object} or a primitive type: these have no values of their own.
   */
  default Optional<String> refusal(Class<?> type) {
    return Optional.empty();
  }
}
