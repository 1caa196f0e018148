package org.cairncache.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.Stored;
import org.cairncache.spi.encoded.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * One file for each entry. A write goes to a new file that then takes the name of the old one, so a
 * reader needs no lock and never sees half an entry; writers of one shard take turns. Only a touch
 * writes into a file: 12 bytes with a check of their own. Thread-safe, and safe between processes
 * of one host.
 */
final class FileStore implements Store<String, byte[]> {
  private static final int TORN_READS = 5;

  private final Disk disk;
  private final FileNames names;
  private final Stripes stripes;
  private final Requests requests;
  private final Housekeeping housekeeping;
  private final boolean durable;

  FileStore(
      Disk disk,
      FileNames names,
      Stripes stripes,
      Requests requests,
      Housekeeping housekeeping,
      boolean durable) {
    this.disk = disk;
    this.names = names;
    this.stripes = stripes;
    this.requests = requests;
    this.housekeeping = housekeeping;
    this.durable = durable;
  }

  @Override
  public @Nullable Stored<byte[]> get(String key) {
    FileNames.Entry entry = names.entry(key);
    return requests.ask(
        Operation.GET,
        () -> {
          byte[] bytes = read(entry);
          return bytes == null ? null : FileEntry.of(bytes);
        });
  }

  // While a touch is under way its 12 bytes may be read half; under the lock they are whole.
  private byte @Nullable [] read(FileNames.Entry entry) throws IOException {
    for (int i = 0; i < TORN_READS; i++) {
      byte[] bytes = disk.read(entry.file(), Integer.MAX_VALUE);
      if (bytes == null || !Envelope.isEnvelope(bytes) || Envelope.hasValidDeadline(bytes)) {
        return bytes;
      }
    }
    try (Stripes.Held held = stripes.lock(entry.shard())) {
      return disk.read(entry.file(), Integer.MAX_VALUE);
    }
  }

  @Override
  public Stored<byte[]> put(String key, byte[] value, Lifetime lifetime) {
    FileNames.Entry entry = names.entry(key);
    requests.ask(Operation.PUT, () -> write(entry, null, false, value));
    return FileEntry.of(value);
  }

  @Override
  public @Nullable Stored<byte[]> replace(
      String key,
      @Nullable Stored<byte[]> expected,
      byte[] value,
      Lifetime lifetime,
      Attributes attributes) {
    FileNames.Entry entry = names.entry(key);
    byte[] token = expected == null ? null : expected.token();
    Boolean won =
        requests.ask(
            Operation.REPLACE,
            () -> isThere(entry.file(), token) && write(entry, token, true, value));
    return Boolean.TRUE.equals(won) ? FileEntry.of(value) : null;
  }

  /** Writes the entry; false, and nothing is written, if something else is there than expected. */
  private boolean write(
      FileNames.Entry entry, byte @Nullable [] expected, boolean compares, byte[] value)
      throws IOException {
    Path temporary = FileNames.temporary(entry.file());
    boolean moved = false;
    try {
      disk.create(temporary, value, durable);
      try (Stripes.Held held = stripes.lock(entry.shard())) {
        if (compares && !isThere(entry.file(), expected)) {
          return false;
        }
        disk.move(temporary, entry.file());
        moved = true;
        forceName(entry);
      }
    } finally {
      if (!moved) {
        disk.delete(temporary);
      }
    }
    housekeeping.wrote(value.length);
    return true;
  }

  // Whether the name is on the disk is not known after a failure: then no name is, and no promise.
  private void forceName(FileNames.Entry entry) throws IOException {
    if (!durable) {
      return;
    }
    try {
      disk.forceDirectory(names.shard(entry.shard()));
    } catch (IOException failure) {
      disk.delete(entry.file());
      throw failure;
    }
  }

  private boolean isThere(Path file, byte @Nullable [] token) throws IOException {
    byte[] start = disk.read(file, Envelope.HEADER_BYTES);
    if (start == null || token == null) {
      return start == null && token == null;
    }
    byte[] bytes = Envelope.isEnvelope(start) ? start : disk.read(file, Integer.MAX_VALUE);
    return bytes != null && Arrays.equals(token, FileEntry.tokenOf(bytes));
  }

  @Override
  public boolean remove(String key, Stored<byte[]> expected) {
    FileNames.Entry entry = names.entry(key);
    byte[] token = expected.token();
    Boolean removed =
        requests.ask(
            Operation.REMOVE,
            () -> {
              try (Stripes.Held held = stripes.lock(entry.shard())) {
                return isThere(entry.file(), token) && delete(entry);
              }
            });
    return Boolean.TRUE.equals(removed);
  }

  @Override
  public boolean remove(String key) {
    FileNames.Entry entry = names.entry(key);
    Boolean removed =
        requests.ask(
            Operation.REMOVE,
            () -> {
              try (Stripes.Held held = stripes.lock(entry.shard())) {
                return delete(entry);
              }
            });
    return Boolean.TRUE.equals(removed);
  }

  private boolean delete(FileNames.Entry entry) throws IOException {
    boolean deleted = disk.delete(entry.file());
    if (deleted && durable) {
      disk.forceDirectory(names.shard(entry.shard()));
    }
    return deleted;
  }

  @Override
  public boolean touch(String key, Stored<byte[]> expected, long expiresAtMillis) {
    FileNames.Entry entry = names.entry(key);
    byte[] token = expected.token();
    Boolean touched =
        requests.ask(
            Operation.TOUCH,
            () -> {
              try (Stripes.Held held = stripes.lock(entry.shard())) {
                byte[] header = disk.read(entry.file(), Envelope.HEADER_BYTES);
                return header != null
                    && Envelope.isEnvelope(header)
                    && Arrays.equals(token, FileEntry.tokenOf(header))
                    && disk.overwrite(
                        entry.file(),
                        Envelope.DEADLINE_OFFSET,
                        Envelope.deadline(Envelope.stamp(header), expiresAtMillis));
              }
            });
    return Boolean.TRUE.equals(touched);
  }

  @Override
  public Stored<byte[]> restore(
      byte[] value, Lifetime lifetime, Attributes attributes, byte[] token) {
    return new FileEntry(value, token, lifetime.expiresAtMillis());
  }

  @Override
  public Stream<String> keys() {
    return headers().flatMap(header -> Stream.ofNullable(Envelope.key(header)));
  }

  @Override
  public Stream<String> expiredKeys(long nowMillis) {
    return headers()
        .filter(header -> Envelope.expiresAtMillis(header) <= nowMillis)
        .flatMap(header -> Stream.ofNullable(Envelope.key(header)));
  }

  /** The start of each file that is an envelope, with its key. */
  private Stream<byte[]> headers() {
    return IntStream.range(0, FileNames.SHARDS)
        .boxed()
        .flatMap(shard -> requests.list(() -> files(shard)).stream())
        .flatMap(file -> Stream.ofNullable(requests.ask(Operation.KEYS, () -> header(file))));
  }

  private byte @Nullable [] header(Path file) throws IOException {
    byte[] header = disk.read(file, Envelope.HEADER_BYTES);
    return header == null || !Envelope.isEnvelope(header)
        ? null
        : disk.read(file, (int) Math.min(Envelope.bytesToKey(header), Integer.MAX_VALUE));
  }

  /** The entries of a shard. Nobody writes meanwhile: a file system may skip what is renamed. */
  private List<Path> files(int shard) throws IOException {
    Path directory = names.shard(shard);
    if (disk.facts(directory) == null) {
      return List.of();
    }
    try (Stripes.Held held = stripes.lock(shard)) {
      return disk.list(directory).stream().filter(file -> !FileNames.isTemporary(file)).toList();
    }
  }

  @Override
  public void clear() {
    for (int i = 0; i < FileNames.SHARDS; i++) {
      int shard = i;
      requests.ask(Operation.CLEAR, () -> clear(shard));
    }
  }

  private boolean clear(int shard) throws IOException {
    Path directory = names.shard(shard);
    if (disk.facts(directory) == null) {
      return false;
    }
    try (Stripes.Held held = stripes.lock(shard)) {
      for (Path file : disk.list(directory)) {
        if (!FileNames.isTemporary(file)) {
          disk.delete(file);
        }
      }
      if (durable) {
        disk.forceDirectory(directory);
      }
      return true;
    }
  }

  /** The files stay. */
  @Override
  public void close() {
    housekeeping.close();
  }
}
