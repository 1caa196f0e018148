package org.cairncache.file;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.encoded.EncodedSettings;
import org.cairncache.spi.encoded.EncodedStore;

/** Opens stores in a directory, {@code file:///var/cache/app/}. Thread-safe. */
public final class FileStoreFactory implements StoreFactory {
  /** One host has one clock, so nobody need wait for another's. */
  private static final StoreTraits TRAITS =
      new StoreTraits(false, true, Duration.ofSeconds(1), Duration.ZERO, Duration.ofMinutes(1));

  private static final long LOCK_WAIT_MILLIS = 10_000;

  private final Disk disk;

  /** For {@link java.util.ServiceLoader}. */
  public FileStoreFactory() {
    this(new LocalDisk());
  }

  FileStoreFactory(Disk disk) {
    this.disk = disk;
  }

  @Override
  public Set<String> schemes() {
    return Set.of("file");
  }

  @Override
  public StoreTraits traits() {
    return TRAITS;
  }

  @Override
  public List<Setting<?>> settings() {
    List<Setting<?>> all = new ArrayList<>(EncodedSettings.all());
    all.add(FileSettings.DURABLE);
    all.add(Settings.MAXIMUM_SIZE);
    all.add(FileSettings.MAXIMUM_BYTES);
    all.add(FileSettings.SWEEP_PERIOD);
    all.add(Settings.EXPIRY_SWEEP);
    return List.copyOf(all);
  }

  @Override
  public <K, V> Store<K, V> open(StoreContext<K, V> context) {
    FileSettings settings = FileSettings.of(context);
    FileNames names = new FileNames(directory(context), context.cacheName());
    Shards shards = new Shards(disk, names, settings.durable());
    Stripes stripes = stripes(context, names, shards);
    EntryFiles files =
        new EntryFiles(
            disk, names, settings.durable(), EncodedSettings.maximumEnvelopeBytes(context));
    Housekeeping housekeeping =
        new Housekeeping(
            context.cacheName(),
            context.scheduler(),
            context.executor(),
            settings,
            stopped ->
                new Sweep(disk, names, files, stripes, context.observer(), settings, stopped));
    Requests requests = new Requests(context.cacheName(), context.observer());
    return EncodedStore.open(
        new FileStore(disk, names, shards, files, stripes, requests, housekeeping), context);
  }

  // One stripe for each shard, and one for who sweeps.
  private static Stripes stripes(StoreContext<?, ?> context, FileNames names, Shards shards) {
    try {
      shards.makeDirectory();
      return Stripes.open(names.directory(), FileNames.SHARDS + 1, LOCK_WAIT_MILLIS);
    } catch (IOException failure) {
      throw new StoreException(
          "Cache \""
              + context.cacheName()
              + "\": the directory of "
              + context.uri()
              + " cannot be made or written to; give this process the right to",
          failure);
    }
  }

  private static Path directory(StoreContext<?, ?> context) {
    URI uri = context.uri();
    try {
      return Path.of(uri);
    } catch (IllegalArgumentException | FileSystemNotFoundException notOne) {
      throw new StoreException(
          "The URI " + uri + " names no directory; write file:///absolute/path/", notOne);
    }
  }
}
