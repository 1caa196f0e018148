package org.cairncache.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Locks between the threads of all processes that use a directory: one for each shard, by a byte of
 * a lock file, and before it one of the JVM. Thread-safe.
 *
 * <p>By POSIX a process loses its locks on a file as soon as it closes any channel on it. So each
 * JVM has one channel for each lock file and never closes it, and two copies of this class in two
 * class loaders share it: they find it under a name among the system's properties, where only
 * classes of the JDK lie.
 */
final class Stripes {
  private static final String LOCK_FILE = "lock";
  private static final String SHARED = "org.cairncache.file.locks";
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final FileChannel channel;
  private final ReentrantLock[] stripes;
  private final long waitNanos;

  private Stripes(FileChannel channel, ReentrantLock[] stripes, long waitMillis) {
    this.channel = channel;
    this.stripes = stripes;
    this.waitNanos = TimeUnit.MILLISECONDS.toNanos(waitMillis);
  }

  /**
   * The locks of a directory, by a lock file in it. That is never deleted: two processes would lock
   * two files.
   */
  static Stripes open(Path directory, int count, long waitMillis) throws IOException {
    Path lockFile = directory.toRealPath().resolve(LOCK_FILE);
    String name = lockFile.toString();
    ConcurrentMap<String, Object[]> shared = shared();
    synchronized (shared) {
      Object[] there = shared.get(name);
      if (there == null) {
        there = new Object[] {open(lockFile), locks(count)};
        shared.put(name, there);
      }
      return new Stripes((FileChannel) there[0], (ReentrantLock[]) there[1], waitMillis);
    }
  }

  @SuppressWarnings("unchecked") // nobody else uses this name
  private static ConcurrentMap<String, Object[]> shared() {
    return (ConcurrentMap<String, Object[]>)
        System.getProperties().computeIfAbsent(SHARED, name -> new ConcurrentHashMap<>());
  }

  private static FileChannel open(Path lockFile) throws IOException {
    return FileChannel.open(
        lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static ReentrantLock[] locks(int count) {
    ReentrantLock[] locks = new ReentrantLock[count];
    for (int i = 0; i < count; i++) {
      locks[i] = new ReentrantLock();
    }
    return locks;
  }

  /** A lock that is held until it is closed. */
  interface Held extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  /**
   * Locks a stripe.
   *
   * @throws IOException if others hold it for too long, or this thread is interrupted meanwhile; an
   *     interrupt from before is kept, and ends nothing
   */
  Held lock(int stripe) throws IOException {
    boolean before = Thread.interrupted();
    try {
      return await(stripe);
    } finally {
      if (before) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Held await(int stripe) throws IOException {
    long deadline = System.nanoTime() + waitNanos;
    ReentrantLock ours = stripes[stripe];
    try {
      if (!ours.tryLock() && !ours.tryLock(waitNanos, TimeUnit.NANOSECONDS)) {
        throw tooLong();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for another thread's write", interrupted);
    }
    try {
      return new Locked(lockFile(stripe, deadline), ours);
    } catch (IOException | RuntimeException | Error failure) {
      ours.unlock();
      throw failure;
    }
  }

  /** Locks a stripe if nobody else has it; null if somebody has. */
  @Nullable Held tryLock(int stripe) throws IOException {
    ReentrantLock ours = stripes[stripe];
    if (!ours.tryLock()) {
      return null;
    }
    FileLock theirs = null;
    try {
      theirs = tryLockFile(stripe);
      return theirs == null ? null : new Locked(theirs, ours);
    } finally {
      if (theirs == null) {
        ours.unlock();
      }
    }
  }

  private record Locked(FileLock theirs, ReentrantLock ours) implements Held {
    @Override
    public void close() throws IOException {
      try {
        theirs.release();
      } finally {
        ours.unlock();
      }
    }
  }

  private FileLock lockFile(int stripe, long deadline) throws IOException {
    for (int attempt = 0; ; attempt++) {
      FileLock lock = tryLockFile(stripe);
      if (lock != null) {
        return lock;
      }
      if (System.nanoTime() - deadline > 0) {
        throw tooLong();
      }
      long bound = Math.min(LONGEST_PAUSE_NANOS, 20_000L << Math.min(attempt, 10));
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1, bound));
      if (Thread.currentThread().isInterrupted()) {
        throw new IOException("Interrupted while waiting for another process's write");
      }
    }
  }

  private @Nullable FileLock tryLockFile(int stripe) throws IOException {
    try {
      return channel.tryLock(stripe, 1, false);
    } catch (OverlappingFileLockException otherCopy) {
      return null; // somebody in this JVM who does not know of the shared channel
    }
  }

  private IOException tooLong() {
    return new IOException(
        "Waited "
            + TimeUnit.NANOSECONDS.toMillis(waitNanos)
            + " ms for another's write: a process that shares the directory hangs");
  }
}
