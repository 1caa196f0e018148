package org.cairncache.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.cache.Cache;
import javax.cache.integration.CacheWriter;

/**
 * The row of one key in a file that all processes write, which is what a database is to them. Takes
 * up to half a millisecond, so that calls overlap. Thread-safe.
 */
final class DatabaseWriter implements CacheWriter<String, Integer> {
  /** What the row holds when there is none. */
  static final int NONE = 0;

  private static final long LONGEST_NANOS = 500_000;

  private final Path file;

  DatabaseWriter(Path file) {
    this.file = file;
  }

  /** What the row holds. */
  static int read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer row = ByteBuffer.allocate(Integer.BYTES);
      return channel.read(row, 0) < Integer.BYTES ? NONE : row.getInt(0);
    }
  }

  private void set(int value) {
    pause();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(Integer.BYTES).putInt(0, value), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    pause();
  }

  private static void pause() {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_NANOS / 2));
  }

  @Override
  public void write(Cache.Entry<? extends String, ? extends Integer> entry) {
    set(entry.getValue());
  }

  @Override
  public void writeAll(Collection<Cache.Entry<? extends String, ? extends Integer>> entries) {
    entries.forEach(this::write);
    entries.clear();
  }

  @Override
  public void delete(Object key) {
    set(NONE);
  }

  @Override
  public void deleteAll(Collection<?> keys) {
    keys.forEach(this::delete);
    keys.clear();
  }
}
