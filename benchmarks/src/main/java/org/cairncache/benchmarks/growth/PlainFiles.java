package org.cairncache.benchmarks.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The least that the same files cost: written under another name and moved, read, listed and read,
 * deleted. In as many folders, without locks, names, checks or codecs. For one thread.
 */
final class PlainFiles {
  private static final int FOLDERS = 256;
  private static final int SAMPLE = 50_000;

  private final int entries;
  private final Readings readings;
  private final byte[] value = new byte[1_000];

  PlainFiles(int entries, Readings readings) {
    this.entries = entries;
    this.readings = readings;
  }

  private interface Action {
    void run(Path file) throws IOException;
  }

  void run() throws IOException {
    Path folder = Files.createTempDirectory("cairn-growth");
    try {
      for (int i = 0; i < FOLDERS; i++) {
        Files.createDirectory(folder.resolve("" + i));
      }
      readings.repeat(Reading.PUT, entries, i -> put(file(folder, i)));
      int times = Math.min(entries, SAMPLE);
      readings.repeat(Reading.PUT_OVER, times, i -> put(file(folder, scattered(i))));
      readings.repeat(Reading.GET, times, i -> get(file(folder, scattered(i))));
      readings.time(Reading.ITERATE, Reading.ITERATE_ALLOCATES, () -> all(folder, PlainFiles::get));
      readings.time(Reading.CLEAR, Reading.CLEAR_ALLOCATES, () -> all(folder, Files::delete));
    } finally {
      Folders.delete(folder);
    }
  }

  private int scattered(int i) {
    return (int) (i * 0x9E3779B1L % entries);
  }

  private static Path file(Path folder, int i) {
    return folder.resolve("" + i % FOLDERS).resolve("user-" + i * 0x9E3779B97F4A7C15L);
  }

  private void put(Path file) {
    try {
      Path written = file.resolveSibling(file.getFileName() + ".tmp");
      Files.write(written, value);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void get(Path file) {
    try {
      Expected.present(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void all(Path folder, Action action) {
    int found = 0;
    for (int i = 0; i < FOLDERS; i++) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("" + i))) {
        for (Path file : files) {
          action.run(file);
          found++;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (found != entries) {
      throw new IllegalStateException("Found " + found + " files, not " + entries);
    }
  }
}
