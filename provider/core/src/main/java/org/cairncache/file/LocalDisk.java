package org.cairncache.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The file system of this host. Thread-safe. */
final class LocalDisk implements Disk {
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<?>[] AS_USUAL = {};
  private static final int MOVE_ATTEMPTS = 10;
  private static final long MOVE_PAUSE_NANOS = 5_000_000;

  @Override
  public byte @Nullable [] read(Path file, int atMost) throws IOException {
    return uninterrupted(
        () -> {
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), atMost));
            int read = 0;
            while (read >= 0 && bytes.hasRemaining()) {
              read = channel.read(bytes);
            }
            return bytes.hasRemaining()
                ? Arrays.copyOf(bytes.array(), bytes.position())
                : bytes.array();
          } catch (NoSuchFileException absent) {
            return null;
          }
        });
  }

  @Override
  public void create(Path file, byte[] bytes, boolean force) throws IOException {
    uninterrupted(
        () -> {
          try {
            write(file, bytes, force);
          } catch (ClosedByInterruptException again) {
            Files.deleteIfExists(file);
            throw again;
          }
          return null;
        });
  }

  private static void write(Path file, byte[] bytes, boolean force) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      writeAll(channel, ByteBuffer.wrap(bytes), 0);
      if (force) {
        channel.force(true);
      }
    }
  }

  @Override
  public boolean overwrite(Path file, long offset, byte[] bytes) throws IOException {
    Boolean there =
        uninterrupted(
            () -> {
              try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                writeAll(channel, ByteBuffer.wrap(bytes), offset);
                return true;
              } catch (NoSuchFileException absent) {
                return false;
              }
            });
    return Boolean.TRUE.equals(there);
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes, long offset)
      throws IOException {
    long at = offset;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  // Windows refuses to replace a file that somebody has open; they soon close it.
  @Override
  public void move(Path from, Path to) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return;
      } catch (AccessDeniedException open) {
        if (!WINDOWS || attempt == MOVE_ATTEMPTS) {
          throw open;
        }
        LockSupport.parkNanos(attempt * MOVE_PAUSE_NANOS);
      }
    }
  }

  @Override
  public boolean delete(Path file) throws IOException {
    return Files.deleteIfExists(file);
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(files::add);
    } catch (NoSuchFileException | NotDirectoryException absent) {
      return List.of();
    } catch (DirectoryIteratorException failure) {
      throw failure.getCause();
    }
    return files;
  }

  @Override
  public @Nullable Facts facts(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Facts(attributes.lastModifiedTime().toMillis(), attributes.size());
    } catch (NoSuchFileException absent) {
      return null;
    }
  }

  @Override
  public void makeDirectory(Path directory, boolean closed) throws IOException {
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    try {
      Files.createDirectory(
          directory, closed && posix ? new FileAttribute<?>[] {OWNER_ONLY} : AS_USUAL);
    } catch (FileAlreadyExistsException there) {
      if (!Files.isDirectory(directory)) {
        throw there;
      }
    }
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    if (WINDOWS) {
      return; // there a directory cannot be opened, and NTFS journals names
    }
    uninterrupted(
        () -> {
          try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
          } catch (NoSuchFileException absent) {
            // then there is no name in it to be forced
          }
          return null;
        });
  }

  private interface Action<R> {
    @Nullable R run() throws IOException;
  }

  // A channel is closed under an interrupted thread; a cache works for it as for any other.
  private static <R> @Nullable R uninterrupted(Action<R> action) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        interrupted |= Thread.interrupted();
        try {
          return action.run();
        } catch (ClosedByInterruptException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
