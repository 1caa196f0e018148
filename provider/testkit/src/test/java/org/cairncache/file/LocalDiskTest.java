package org.cairncache.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of this host does what {@link Disk} says; the model is held to the same. */
final class LocalDiskTest {
  @TempDir Path root;

  private void onBoth(Check check) throws IOException {
    check.run(new LocalDisk());
    check.run(new ModelDisk(root));
  }

  private interface Check {
    void run(Disk disk) throws IOException;
  }

  @Test
  void read_givesTheStart() throws IOException {
    onBoth(
        disk -> {
          Path file = root.resolve("read");
          disk.create(file, new byte[] {1, 2, 3}, true);
          assertThat(disk.read(file, 2)).containsExactly(1, 2);
          assertThat(disk.read(file, Integer.MAX_VALUE)).containsExactly(1, 2, 3);
          assertThat(disk.read(root.resolve("none"), 2)).isNull();
        });
  }

  @Test
  void create_onlyWhatIsNotThere_whereTheDirectoryIs() throws IOException {
    onBoth(
        disk -> {
          Path file = root.resolve("create");
          disk.create(file, new byte[] {1}, false);
          assertThatThrownBy(() -> disk.create(file, new byte[] {2}, false))
              .isInstanceOf(FileAlreadyExistsException.class);
          assertThatThrownBy(() -> disk.create(root.resolve("no/file"), new byte[0], false))
              .isInstanceOf(NoSuchFileException.class);
        });
  }

  @Test
  void overwrite_changesTheMiddle() throws IOException {
    onBoth(
        disk -> {
          Path file = root.resolve("overwrite");
          disk.create(file, new byte[] {1, 2, 3}, false);
          assertThat(disk.overwrite(file, 1, new byte[] {9})).isTrue();
          assertThat(disk.read(file, 10)).containsExactly(1, 9, 3);
          assertThat(disk.overwrite(root.resolve("none"), 1, new byte[] {9})).isFalse();
          assertThat(disk.facts(root.resolve("none"))).isNull();
        });
  }

  @Test
  void move_takesThePlace() throws IOException {
    onBoth(
        disk -> {
          Path from = root.resolve("from");
          Path to = root.resolve("to");
          disk.create(from, new byte[] {1}, false);
          disk.create(to, new byte[] {2}, false);
          disk.move(from, to);
          assertThat(disk.read(from, 10)).isNull();
          assertThat(disk.read(to, 10)).containsExactly(1);
          assertThatThrownBy(() -> disk.move(from, to)).isInstanceOf(NoSuchFileException.class);
        });
  }

  @Test
  void directories_areMadeOnceAndListed() throws IOException {
    onBoth(
        disk -> {
          Path directory = root.resolve("directory");
          assertThat(disk.list(directory)).isEmpty();
          disk.makeDirectory(directory, true);
          disk.makeDirectory(directory, true);
          disk.create(directory.resolve("a"), new byte[3], false);
          disk.forceDirectory(directory);
          assertThat(disk.list(directory)).containsExactly(directory.resolve("a"));
          assertThat(disk.facts(directory.resolve("a")).bytes()).isEqualTo(3);
          assertThat(disk.facts(directory)).isNotNull();
          assertThat(disk.delete(directory.resolve("a"))).isTrue();
          assertThat(disk.delete(directory.resolve("a"))).isFalse();
          disk.forceDirectory(root.resolve("none"));
        });
  }

  @Test
  void makeDirectory_whereAFileIs_fails() throws IOException {
    Path file = Files.write(root.resolve("file"), new byte[1]);
    assertThatThrownBy(() -> new LocalDisk().makeDirectory(file, false))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(new LocalDisk().list(file)).isEmpty();
  }

  @Test
  void interruptedThread_doesItAndStaysInterrupted() throws IOException {
    Disk disk = new LocalDisk();
    Path file = root.resolve("interrupted");
    Thread.currentThread().interrupt();
    disk.create(file, new byte[] {1, 2}, true);
    disk.overwrite(file, 0, new byte[] {3});
    disk.forceDirectory(root);
    assertThat(disk.read(file, 10)).containsExactly(3, 2);
    assertThat(Thread.interrupted()).isTrue();
  }
}
