package org.cairncache.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The directories of a cache, made when they are needed. In durable mode the name of each is on the
 * disk before an entry in it counts as written, whoever made it: another process may have died, or
 * not come so far. Thread-safe.
 */
final class Shards {
  private static final int READY = 1;

  private final Disk disk;
  private final FileNames names;
  private final boolean durable;
  private final AtomicIntegerArray states = new AtomicIntegerArray(FileNames.SHARDS);

  Shards(Disk disk, FileNames names, boolean durable) {
    this.disk = disk;
    this.names = names;
    this.durable = durable;
  }

  /** Makes the directory of the cache, and those above it that are missing. */
  void makeDirectory() throws IOException {
    Path root = names.root();
    makeRoot(root);
    disk.makeDirectory(names.directory(), false);
    if (durable) {
      disk.forceDirectory(root);
      forceNameOf(root);
    }
  }

  // Who may enter the root may enter all: so what we make is for our user alone.
  private void makeRoot(Path directory) throws IOException {
    if (disk.facts(directory) != null) {
      return;
    }
    Path parent = directory.getParent();
    if (parent != null) {
      makeRoot(parent);
    }
    disk.makeDirectory(directory, true);
    if (durable && parent != null) {
      disk.forceDirectory(parent);
    }
  }

  private void forceNameOf(Path root) throws IOException {
    Path parent = root.getParent();
    if (parent == null) {
      return;
    }
    try {
      disk.forceDirectory(parent);
    } catch (AccessDeniedException notOurs) {
      // then no process of ours made the root: somebody else did, and long ago
    }
  }

  /** Makes the directory of a shard, unless this has done it before. */
  void prepare(int shard) throws IOException {
    if (states.get(shard) == READY) {
      return;
    }
    disk.makeDirectory(names.shard(shard), false);
    if (durable) {
      disk.forceDirectory(names.directory());
    }
    states.set(shard, READY);
  }

  /** The directory of the shard is gone: somebody deleted it by hand. */
  void forget(int shard) {
    states.set(shard, 0);
  }
}
