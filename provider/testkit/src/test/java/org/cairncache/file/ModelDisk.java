package org.cairncache.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A disk in memory that knows what is safe from a loss of power and what is not. Only a force makes
 * safe, as POSIX has it: of a file its bytes, of a directory the names in it. All else may be on
 * the disk or not, each write of 512 bytes and each name for itself and in any order. Thread-safe.
 */
final class ModelDisk implements Disk {
  private static final int SECTOR = 512;

  private final Map<Path, Directory> directories = new LinkedHashMap<>();
  private final Set<Path> given; // these were there before, and stay

  /** A directory, with its names as they are, as they are safe, and the changes in between. */
  private static final class Directory {
    private final Map<String, Node> names = new LinkedHashMap<>();
    private final Map<String, Node> safe = new LinkedHashMap<>();
    private final List<Change> unsafe = new ArrayList<>();

    private void change(Map<String, Node> change) {
      apply(change, names);
      unsafe.add(new Change(change));
    }

    private static void apply(Map<String, Node> change, Map<String, Node> names) {
      change.forEach(
          (name, node) -> {
            if (node == null) {
              names.remove(name);
            } else {
              names.put(name, node);
            }
          });
    }
  }

  /** Names that change in one step; null is a name that goes. */
  private record Change(Map<String, Node> names) {}

  /** A file, or a directory where it has no bytes. */
  private static final class Node {
    private byte[] bytes;
    private byte[] safe = new byte[0];
    private long modifiedMillis = System.currentTimeMillis();

    private Node(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  ModelDisk(Path existing) {
    for (Path path = existing; path != null; path = path.getParent()) {
      directories.put(path, new Directory());
    }
    given = Set.copyOf(directories.keySet());
  }

  private ModelDisk(Set<Path> given) {
    this.given = given;
  }

  @Override
  public synchronized byte[] read(Path file, int atMost) {
    Node node = node(file);
    return node == null ? null : Arrays.copyOf(node.bytes, Math.min(node.bytes.length, atMost));
  }

  @Override
  public synchronized void create(Path file, byte[] bytes, boolean force) throws IOException {
    Directory directory = directory(file);
    if (directory.names.containsKey(name(file))) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Node node = new Node(bytes.clone());
    directory.change(changes(name(file), node));
    if (force) {
      force(file);
    }
  }

  /** Makes the bytes of a file safe. */
  synchronized void force(Path file) {
    Node node = node(file);
    if (node != null) {
      node.safe = node.bytes.clone();
    }
  }

  @Override
  public synchronized boolean overwrite(Path file, long offset, byte[] bytes) {
    Node node = node(file);
    if (node == null) {
      return false;
    }
    node.bytes = node.bytes.clone();
    System.arraycopy(bytes, 0, node.bytes, (int) offset, bytes.length);
    node.modifiedMillis = System.currentTimeMillis();
    return true;
  }

  @Override
  public synchronized void move(Path from, Path to) throws IOException {
    Node node = node(from);
    if (node == null) {
      throw new NoSuchFileException(from.toString());
    }
    Map<String, Node> both = changes(name(from), null);
    both.put(name(to), node);
    directory(to).change(both);
  }

  @Override
  public synchronized boolean delete(Path file) throws IOException {
    if (node(file) == null) {
      return false;
    }
    directory(file).change(changes(name(file), null));
    return true;
  }

  @Override
  public synchronized List<Path> list(Path directory) {
    Directory there = directories.get(directory);
    return there == null
        ? List.of()
        : there.names.keySet().stream().map(directory::resolve).toList();
  }

  @Override
  public synchronized Facts facts(Path file) {
    if (directories.containsKey(file)) {
      return new Facts(0, 0);
    }
    Node node = node(file);
    return node == null ? null : new Facts(node.modifiedMillis, node.bytes.length);
  }

  @Override
  public synchronized void makeDirectory(Path directory, boolean closed) throws IOException {
    if (!directories.containsKey(directory)) {
      directory(directory).change(changes(name(directory), new Node(null)));
      directories.put(directory, new Directory());
    }
  }

  @Override
  public synchronized void forceDirectory(Path path) {
    Directory directory = directories.get(path);
    if (directory != null) {
      directory.safe.clear();
      directory.safe.putAll(directory.names);
      directory.unsafe.clear();
    }
  }

  /** Makes all files look older. */
  synchronized void age(long millis) {
    directories
        .values()
        .forEach(
            directory -> directory.names.values().forEach(node -> node.modifiedMillis -= millis));
  }

  synchronized List<Path> files() {
    List<Path> files = new ArrayList<>();
    directories.forEach(
        (path, directory) ->
            directory.names.forEach(
                (name, node) -> {
                  if (node.bytes != null) {
                    files.add(path.resolve(name));
                  }
                }));
    return files;
  }

  /** What may be on the disk after a loss of power at this moment, one of many possibilities. */
  synchronized ModelDisk crash(SplittableRandom random) {
    ModelDisk after = new ModelDisk(given);
    int bias = random.nextInt(5);
    directories.forEach(
        (path, directory) -> {
          if (!given.contains(path) && !after.hasName(path)) {
            return; // its own name is lost, and all in it
          }
          Map<String, Node> names = new LinkedHashMap<>(directory.safe);
          for (Change change : directory.unsafe) {
            if (happened(random, bias)) {
              Directory.apply(change.names(), names);
            }
          }
          Directory left = new Directory();
          names.forEach((name, node) -> left.names.put(name, after(node, random, bias)));
          left.safe.putAll(left.names);
          after.directories.put(path, left);
        });
    return after;
  }

  // Nothing, all, or each with some probability: extremes find what the middle does not.
  private static boolean happened(SplittableRandom random, int bias) {
    return random.nextInt(4) < bias;
  }

  private boolean hasName(Path directory) {
    Directory parent = directories.get(directory.getParent());
    return parent != null && parent.names.containsKey(name(directory));
  }

  private static Node after(Node node, SplittableRandom random, int bias) {
    if (node.bytes == null) {
      return new Node(null);
    }
    byte[] bytes = torn(node, random, bias);
    Node after = new Node(bytes);
    after.safe = bytes;
    return after;
  }

  private static byte[] torn(Node node, SplittableRandom random, int bias) {
    if (Arrays.equals(node.safe, node.bytes)) {
      return node.bytes.clone();
    }
    boolean grown = node.safe.length < node.bytes.length;
    int length =
        grown && !happened(random, bias)
            ? random.nextInt(node.safe.length, node.bytes.length)
            : node.bytes.length;
    byte[] bytes = Arrays.copyOf(node.safe, length);
    for (int start = 0; start < length; start += SECTOR) {
      int count = Math.min(SECTOR, length - start);
      if (happened(random, bias)) {
        System.arraycopy(node.bytes, start, bytes, start, count);
      } else if (start >= node.safe.length && random.nextBoolean()) {
        for (int i = start; i < start + count; i++) {
          bytes[i] = (byte) random.nextInt();
        }
      }
    }
    return bytes;
  }

  private Node node(Path file) {
    Directory directory = directories.get(file.getParent());
    return directory == null ? null : directory.names.get(name(file));
  }

  private Directory directory(Path file) throws IOException {
    Directory directory = directories.get(file.getParent());
    if (directory == null) {
      throw new NoSuchFileException(file.toString());
    }
    return directory;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static Map<String, Node> changes(String name, Node node) {
    Map<String, Node> changes = new LinkedHashMap<>();
    changes.put(name, node);
    return changes;
  }
}
