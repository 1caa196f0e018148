package org.cairncache.promises;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * For each key the number of the step that was begun last and of the one that was acknowledged
 * last, in a mapped file: what a process wrote there is there after {@code kill -9}. Each key has
 * one writer.
 */
final class Ledger {
  /** Three quarters of them are only put to, the others go through all steps. */
  static final int KEYS = 64;

  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final ByteBuffer memory;

  private Ledger(ByteBuffer memory) {
    this.memory = memory;
  }

  static Ledger open(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new Ledger(channel.map(FileChannel.MapMode.READ_WRITE, 0, 2L * Long.BYTES * KEYS));
    }
  }

  void begin(int key, long sequence) {
    LONGS.setVolatile(memory, 2 * Long.BYTES * key, sequence);
  }

  void acknowledge(int key, long sequence) {
    LONGS.setVolatile(memory, 2 * Long.BYTES * key + Long.BYTES, sequence);
  }

  long begun(int key) {
    return (long) LONGS.getVolatile(memory, 2 * Long.BYTES * key);
  }

  long acknowledged(int key) {
    return (long) LONGS.getVolatile(memory, 2 * Long.BYTES * key + Long.BYTES);
  }
}
