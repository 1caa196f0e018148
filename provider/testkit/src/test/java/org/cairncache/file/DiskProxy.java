package org.cairncache.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A disk before another: what is not overridden goes through. */
abstract class DiskProxy implements Disk {
  final Disk disk;

  DiskProxy(Disk disk) {
    this.disk = disk;
  }

  /** Comes before each call. */
  void before() throws IOException {}

  /** Comes after each call that changed something. */
  void changed() {}

  @Override
  public byte[] read(Path file, int atMost) throws IOException {
    before();
    return disk.read(file, atMost);
  }

  @Override
  public void create(Path file, byte[] bytes, boolean force) throws IOException {
    before();
    disk.create(file, bytes, force);
    changed();
  }

  @Override
  public boolean overwrite(Path file, long offset, byte[] bytes) throws IOException {
    before();
    boolean there = disk.overwrite(file, offset, bytes);
    changed();
    return there;
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    before();
    disk.move(from, to);
    changed();
  }

  @Override
  public boolean delete(Path file) throws IOException {
    before();
    boolean there = disk.delete(file);
    changed();
    return there;
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    before();
    return disk.list(directory);
  }

  @Override
  public Facts facts(Path file) throws IOException {
    before();
    return disk.facts(file);
  }

  @Override
  public void makeDirectory(Path directory, boolean closed) throws IOException {
    before();
    disk.makeDirectory(directory, closed);
    changed();
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    before();
    disk.forceDirectory(directory);
    changed();
  }
}
