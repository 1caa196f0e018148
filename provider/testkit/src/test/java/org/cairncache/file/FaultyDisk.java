package org.cairncache.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk that fails at one call, or from one call on. Belongs to one thread. */
final class FaultyDisk extends DiskProxy {
  private final String reason;
  private int calls;
  private int first = Integer.MAX_VALUE;
  private int last = Integer.MAX_VALUE;

  FaultyDisk(Disk disk, String reason) {
    super(disk);
    this.reason = reason;
  }

  /** From now on, the calls of these numbers fail, counted from 1. */
  void fail(int from, int to) {
    calls = 0;
    first = from;
    last = to;
  }

  int calls() {
    return calls;
  }

  @Override
  void before() throws IOException {
    calls++;
    if (calls >= first && calls <= last) {
      throw new FileSystemException("/somewhere/secret-key", null, reason);
    }
  }

  // What fits on a disk that is nearly full is the beginning.
  @Override
  public void create(Path file, byte[] bytes, boolean force) throws IOException {
    try {
      before();
    } catch (FileSystemException full) {
      disk.create(file, Arrays.copyOf(bytes, bytes.length / 2), false);
      throw full;
    }
    disk.create(file, bytes, force);
  }
}
