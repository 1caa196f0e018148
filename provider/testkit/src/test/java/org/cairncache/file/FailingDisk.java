package org.cairncache.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.testkit.contract.Medium;

/** A real disk that can be cut off, and whose files can be spoilt. */
final class FailingDisk implements Disk, Medium {
  private final Disk disk = new LocalDisk();
  private final Path root;
  private final AtomicInteger outages = new AtomicInteger();

  FailingDisk(Path root) {
    this.root = root;
  }

  private Disk reach() throws IOException {
    if (outages.get() > 0) {
      throw new IOException("Input/output error");
    }
    return disk;
  }

  @Override
  public byte[] read(Path file, int atMost) throws IOException {
    return reach().read(file, atMost);
  }

  @Override
  public void create(Path file, byte[] bytes, boolean force) throws IOException {
    reach().create(file, bytes, force);
  }

  @Override
  public boolean overwrite(Path file, long offset, byte[] bytes) throws IOException {
    return reach().overwrite(file, offset, bytes);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    reach().move(from, to);
  }

  @Override
  public boolean delete(Path file) throws IOException {
    return reach().delete(file);
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    return reach().list(directory);
  }

  @Override
  public Facts facts(Path file) throws IOException {
    return reach().facts(file);
  }

  @Override
  public void makeDirectory(Path directory, boolean closed) throws IOException {
    reach().makeDirectory(directory, closed);
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    reach().forceDirectory(directory);
  }

  @Override
  public void spoil(String cacheName, String key) {
    Path file = new FileNames(root, cacheName).entry(key).file();
    try {
      disk.delete(file);
      disk.makeDirectory(file.getParent(), false);
      disk.create(file, new byte[] {1, 2, 3}, false);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  @Override
  public Outage fail() {
    outages.incrementAndGet();
    return outages::decrementAndGet;
  }
}
