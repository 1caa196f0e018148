package org.cairncache.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.cairncache.spi.encoded.Envelope;
import org.cairncache.spi.encoded.StampedEntry;
import org.jspecify.annotations.Nullable;

/**
 * The files of a cache's entries, one at a time. No file makes a caller allocate more than the
 * longest entry may take. What writes needs the lock of the entry's shard. Thread-safe.
 *
 * @param durable whether names are on the disk before a call returns
 * @param longest no entry is longer, in bytes
 */
record EntryFiles(Disk disk, FileNames names, boolean durable, int longest) {
  private static final int START_BYTES = 512;

  /**
   * The entry, or the header alone of a file that is too long to be one: nobody can decode that,
   * but it can be replaced and removed.
   */
  byte @Nullable [] read(Path file) throws IOException {
    byte[] bytes = disk.read(file, longest + 1);
    return bytes == null || bytes.length <= longest
        ? bytes
        : Arrays.copyOf(bytes, Envelope.HEADER_BYTES);
  }

  /** An entry as far as to the end of its key; null if it is none. */
  byte @Nullable [] readToKey(Path file) throws IOException {
    byte[] start = disk.read(file, START_BYTES);
    if (start == null || !Envelope.isEnvelope(start)) {
      return null;
    }
    long needed = Envelope.bytesToKey(start);
    return needed <= start.length || start.length < START_BYTES
        ? start
        : disk.read(file, (int) Math.min(needed, longest));
  }

  /** Whether the file is there and has this token; with a null token, whether it is not there. */
  boolean holds(Path file, byte @Nullable [] token) throws IOException {
    byte[] start = disk.read(file, Envelope.HEADER_BYTES);
    if (start == null || token == null) {
      return start == null && token == null;
    }
    byte[] bytes = Envelope.isEnvelope(start) ? start : read(file);
    return bytes != null && Arrays.equals(token, StampedEntry.tokenOf(bytes));
  }

  /** Puts a new file in the place of the entry. */
  void publish(Path temporary, FileNames.Entry entry) throws IOException {
    disk.move(temporary, entry.file());
    if (!durable) {
      return;
    }
    try {
      forceNames(entry.shard());
    } catch (IOException failure) {
      // Whether the name is on the disk is not known: then none shall be, and nothing is promised.
      discard(entry.file(), failure);
      throw failure;
    }
  }

  /**
   * Deletes the entry. In durable mode it is gone for good also if it was gone before: perhaps
   * somebody dropped it to make room, which is not forced.
   */
  boolean delete(FileNames.Entry entry) throws IOException {
    boolean deleted = disk.delete(entry.file());
    forceNames(entry.shard());
    return deleted;
  }

  /** Moves the deadline of the entry with this token; false if it is not there. */
  boolean touch(Path file, byte @Nullable [] token, long expiresAtMillis) throws IOException {
    byte[] header = disk.read(file, Envelope.HEADER_BYTES);
    return header != null
        && Envelope.isEnvelope(header)
        && Arrays.equals(token, StampedEntry.tokenOf(header))
        && disk.overwrite(
            file,
            Envelope.DEADLINE_OFFSET,
            Envelope.deadline(Envelope.stamp(header), expiresAtMillis));
  }

  /** In durable mode: returns once the names of a shard are on the disk. */
  void forceNames(int shard) throws IOException {
    if (durable) {
      disk.forceDirectory(names.shard(shard));
    }
  }

  /** Deletes a file on account of a failure, which a second failure must not hide. */
  void discard(Path file, Throwable failure) {
    try {
      disk.delete(file);
    } catch (IOException | RuntimeException second) {
      failure.addSuppressed(second);
    }
  }
}
