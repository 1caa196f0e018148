package org.cairncache.promises;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A directory. */
final class FilePlace implements Place {
  /** Twice what a file's age must be. */
  private static final Duration OLD = Duration.ofMinutes(2);

  private final Path root;

  FilePlace(Path directory) {
    this.root = directory.resolve("store");
  }

  @Override
  public URI uri() {
    return root.toUri();
  }

  @Override
  public Set<String> names() throws IOException {
    return files().stream()
        .filter(file -> !file.endsWith("lock") && !isLeftover(file))
        .map(file -> root.relativize(file).toString())
        .collect(Collectors.toSet());
  }

  @Override
  public byte[] read(String name) throws IOException {
    return Files.readAllBytes(root.resolve(name));
  }

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    Files.write(root.resolve(name), bytes);
  }

  @Override
  public long leftovers() throws IOException {
    return files().stream().filter(FilePlace::isLeftover).count();
  }

  @Override
  public void ageLeftovers() throws IOException {
    FileTime then = FileTime.from(Instant.now().minus(OLD));
    for (Path file : files()) {
      if (isLeftover(file)) {
        Files.setLastModifiedTime(file, then);
      }
    }
  }

  @Override
  public String sweepingOften() {
    return "defaults { sweep-period = 50ms }";
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static boolean isLeftover(Path file) {
    return file.toString().endsWith(".tmp");
  }
}
