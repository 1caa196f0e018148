package org.cairncache.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that this room asks of a file system. A failure is an {@link IOException}; what is not there
 * is not a failure, unless something was to be done in it or with it. Thread-safe.
 */
interface Disk {
  /** The whole file, or as much of its start as asked for; null if it is not there. */
  byte @Nullable [] read(Path file, int atMost) throws IOException;

  /**
   * Writes a file that must not be there yet, in a directory that must be there.
   *
   * @param force whether the bytes must be on the disk before this returns
   * @throws java.nio.file.NoSuchFileException if the directory is missing
   */
  void create(Path file, byte[] bytes, boolean force) throws IOException;

  /** Overwrites a few bytes in the middle of a file; false if it is not there. */
  boolean overwrite(Path file, long offset, byte[] bytes) throws IOException;

  /**
   * Gives a file another name in one step, taking the place of what has it.
   *
   * @throws java.nio.file.NoSuchFileException if it is not there
   */
  void move(Path from, Path to) throws IOException;

  /** Deletes a file; false if it is not there. */
  boolean delete(Path file) throws IOException;

  /** What is in a directory; nothing if that is not there. */
  List<Path> list(Path directory) throws IOException;

  /** When the file was last written, and how long it is; null if it is not there. */
  @Nullable Facts facts(Path file) throws IOException;

  /**
   * Makes a directory where there is none; the one that it lies in must be there.
   *
   * @param closed whether others than the user of this process are kept out, where the file system
   *     knows users
   */
  void makeDirectory(Path directory, boolean closed) throws IOException;

  /** Returns once the names in the directory are on the disk. */
  void forceDirectory(Path directory) throws IOException;

  /** What a file system says of a file. */
  record Facts(long modifiedMillis, long bytes) {}
}
