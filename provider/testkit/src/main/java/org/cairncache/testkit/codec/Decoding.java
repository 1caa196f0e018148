package org.cairncache.testkit.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import org.cairncache.spi.Codec;
import org.jspecify.annotations.Nullable;

/** Decodes what may be anything, and sees to it that nothing bad comes of it. */
final class Decoding<T> {
  /** How much a decoder may allocate for each byte that an entry may have. */
  private static final int FACTOR = 4;

  /** What classes that are loaded, exceptions and buffers take, in bytes. */
  private static final int OVERHEAD = 512 << 10;

  private static final int SHOWN = 64;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Class<T> type;
  private final Codec<T> codec;
  private final int maximumBytes;

  Decoding(Class<T> type, Codec<T> codec, int maximumBytes) {
    this.type = type;
    this.codec = codec;
    this.maximumBytes = maximumBytes;
  }

  /** Decodes; null if it was refused, which an IOException must say. */
  @Nullable T tryDecode(String what, byte[] bytes) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    T value = null;
    try {
      value = codec.decode(new ByteArrayInputStream(bytes));
      if (!type.isInstance(value)) {
        throw new AssertionError(what + ": no value of the type: " + shown(bytes));
      }
    } catch (IOException refused) {
      value = null;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError bad) {
      throw new AssertionError(what + ": not an IOException: " + shown(bytes), bad);
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    if (allocated > (long) FACTOR * maximumBytes + OVERHEAD) {
      throw new AssertionError(
          what + ": allocates " + allocated + " bytes for one of " + shown(bytes));
    }
    return value;
  }

  /** Decodes what must be refused. */
  void refuse(String what, byte[] bytes) {
    assertThat(tryDecode(what, bytes)).as("%s: %s", what, shown(bytes)).isNull();
  }

  private static String shown(byte[] bytes) {
    int length = Math.min(bytes.length, SHOWN);
    return bytes.length + " bytes " + HexFormat.of().formatHex(bytes, 0, length);
  }
}
