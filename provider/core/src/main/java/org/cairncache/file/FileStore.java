package org.cairncache.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.Stored;
import org.cairncache.spi.encoded.EncodedStore;
import org.cairncache.spi.encoded.Envelope;
import org.cairncache.spi.encoded.StampedEntry;
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
  private final Shards shards;
  private final EntryFiles files;
  private final Stripes stripes;
  private final Requests requests;
  private final Housekeeping housekeeping;

  FileStore(
      Disk disk,
      FileNames names,
      Shards shards,
      EntryFiles files,
      Stripes stripes,
      Requests requests,
      Housekeeping housekeeping) {
    this.disk = disk;
    this.names = names;
    this.shards = shards;
    this.files = files;
    this.stripes = stripes;
    this.requests = requests;
    this.housekeeping = housekeeping;
  }

  @Override
  public @Nullable Stored<byte[]> get(String key) {
    FileNames.Entry entry = names.entry(key);
    return requests.ask(
        Operation.GET,
        () -> {
          byte[] bytes = read(entry);
          return bytes == null ? null : StampedEntry.of(bytes);
        });
  }

  /** Of an entry that is unchanged the header alone is read. */
  @Override
  public @Nullable Stored<byte[]> revalidate(String key, Stored<byte[]> known) {
    FileNames.Entry entry = names.entry(key);
    return requests.ask(
        Operation.GET,
        () -> {
          byte[] start = disk.read(entry.file(), Envelope.HEADER_BYTES);
          if (start != null && StampedEntry.isUnchanged(known, start)) {
            return known;
          }
          byte[] bytes = start == null ? null : read(entry);
          return bytes == null ? null : StampedEntry.of(bytes, known);
        });
  }

  // While a touch is under way its 12 bytes may be read half; under the lock they are whole.
  private byte @Nullable [] read(FileNames.Entry entry) throws IOException {
    for (int i = 0; i < TORN_READS; i++) {
      byte[] bytes = files.read(entry.file());
      if (bytes == null || !Envelope.isEnvelope(bytes) || Envelope.hasValidDeadline(bytes)) {
        return bytes;
      }
    }
    try (Stripes.Held held = stripes.lock(entry.shard())) {
      return files.read(entry.file());
    }
  }

  @Override
  public Stored<byte[]> put(String key, byte[] value, Lifetime lifetime) {
    requests.ask(Operation.PUT, () -> write(key, value, file -> true));
    return StampedEntry.of(value);
  }

  @Override
  public @Nullable Stored<byte[]> replace(
      String key,
      @Nullable Stored<byte[]> expected,
      byte[] value,
      Lifetime lifetime,
      Attributes attributes) {
    byte[] token = expected == null ? null : expected.token();
    boolean won =
        requests.test(Operation.REPLACE, () -> write(key, value, file -> files.holds(file, token)));
    return won ? StampedEntry.of(value) : null;
  }

  /** Looks at what is there, under the lock. */
  private interface Condition {
    boolean isMet(Path file) throws IOException;
  }

  /** Writes the entry; false, and nothing is written, if what is there does not allow it. */
  private boolean write(String key, byte[] value, Condition condition) throws IOException {
    if (value.length > files.longest()) {
      throw new IOException("an entry is longer than maximum-entry-size allows, or its key is");
    }
    FileNames.Entry entry = names.entry(key);
    // A cache whose header is torn could not be opened again.
    boolean force = files.durable() || key.equals(EncodedStore.HEADER_KEY);
    boolean written;
    try {
      written = tryWrite(entry, value, force, condition);
    } catch (NoSuchFileException swept) {
      // The directory was deleted by hand, or our file as an orphan while this process stood still.
      shards.forget(entry.shard());
      written = tryWrite(entry, value, force, condition);
    }
    if (written && !key.startsWith(EncodedStore.LEASE_PREFIX)) {
      housekeeping.wrote(value.length);
    }
    return written;
  }

  private boolean tryWrite(FileNames.Entry entry, byte[] value, boolean force, Condition condition)
      throws IOException {
    shards.prepare(entry.shard());
    Path temporary = FileNames.temporary(entry.file());
    try {
      disk.create(temporary, value, force);
      if (publish(temporary, entry, condition)) {
        return true;
      }
      disk.delete(temporary);
      return false;
    } catch (IOException | RuntimeException | Error failure) {
      files.discard(temporary, failure);
      throw failure;
    }
  }

  private boolean publish(Path temporary, FileNames.Entry entry, Condition condition)
      throws IOException {
    try (Stripes.Held held = stripes.lock(entry.shard())) {
      if (!condition.isMet(entry.file())) {
        return false;
      }
      files.publish(temporary, entry);
      return true;
    }
  }

  @Override
  public boolean remove(String key, Stored<byte[]> expected) {
    byte[] token = expected.token();
    return locked(
        Operation.REMOVE, key, entry -> files.holds(entry.file(), token) && files.delete(entry));
  }

  @Override
  public boolean remove(String key) {
    return locked(Operation.REMOVE, key, files::delete);
  }

  @Override
  public boolean touch(String key, Stored<byte[]> expected, long expiresAtMillis) {
    byte[] token = expected.token();
    return locked(Operation.TOUCH, key, entry -> files.touch(entry.file(), token, expiresAtMillis));
  }

  /** Something that is done under the lock of an entry's shard. */
  private interface Locked {
    boolean run(FileNames.Entry entry) throws IOException;
  }

  private boolean locked(Operation operation, String key, Locked action) {
    FileNames.Entry entry = names.entry(key);
    return requests.test(
        operation,
        () -> {
          try (Stripes.Held held = stripes.lock(entry.shard())) {
            return action.run(entry);
          }
        });
  }

  @Override
  public Stored<byte[]> restore(
      byte[] value, Lifetime lifetime, Attributes attributes, byte[] token) {
    return new StampedEntry(value, token, lifetime.expiresAtMillis());
  }

  @Override
  public Stream<String> keys() {
    return starts().flatMap(start -> Stream.ofNullable(Envelope.key(start)));
  }

  @Override
  public Stream<String> expiredKeys(long nowMillis) {
    return starts()
        .filter(start -> Envelope.expiresAtMillis(start) <= nowMillis)
        .flatMap(start -> Stream.ofNullable(Envelope.key(start)));
  }

  /** The start of each file that is an envelope, with its key; a shard's names at a time. */
  private Stream<byte[]> starts() {
    return IntStream.range(0, FileNames.SHARDS)
        .boxed()
        .flatMap(shard -> requests.list(() -> entries(shard)).stream())
        .flatMap(
            file -> Stream.ofNullable(requests.ask(Operation.KEYS, () -> files.readToKey(file))));
  }

  /** The entries of a shard. Nobody writes meanwhile: a file system may skip what is renamed. */
  private List<Path> entries(int shard) throws IOException {
    Path directory = names.shard(shard);
    if (disk.facts(directory) == null) {
      return List.of();
    }
    try (Stripes.Held held = stripes.lock(shard)) {
      return disk.list(directory).stream().filter(FileNames::isEntry).toList();
    }
  }

  /** The leases stay: their holders are still at it. */
  @Override
  public void clear() {
    deleteAll(FileNames::isEntry);
  }

  /** Also what killed processes left. The directories and the lock file stay, and are empty. */
  @Override
  public void destroy() {
    deleteAll(
        file -> FileNames.isEntry(file) || FileNames.isLease(file) || FileNames.isTemporary(file));
  }

  private void deleteAll(Predicate<Path> which) {
    StoreException first = null;
    for (int i = 0; i < FileNames.SHARDS; i++) {
      int shard = i;
      try {
        requests.test(Operation.CLEAR, () -> deleteAll(shard, which));
      } catch (StoreException failure) {
        if (first == null) {
          first = failure;
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private boolean deleteAll(int shard, Predicate<Path> which) throws IOException {
    Path directory = names.shard(shard);
    if (disk.facts(directory) == null) {
      return false;
    }
    try (Stripes.Held held = stripes.lock(shard)) {
      for (Path file : disk.list(directory)) {
        if (which.test(file)) {
          disk.delete(file);
        }
      }
      files.forceNames(shard);
      return true;
    }
  }

  /** The files stay. */
  @Override
  public void close() {
    housekeeping.close();
  }
}
