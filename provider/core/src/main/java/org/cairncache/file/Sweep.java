package org.cairncache.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.encoded.EncodedStore;
import org.cairncache.spi.encoded.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the files of a cache: deletes what a killed process left (half-written files, leases
 * whose time is up) and, where there is more than the bounds allow, the entries that were written
 * or touched longest ago; never the header of the cache. Names are not kept: a million entries cost
 * some 40 MB for a moment, and nothing where there are no bounds. Used by one thread at a time.
 */
final class Sweep {
  /** How old a file of this kind must be before nobody can be writing it any more. */
  static final Duration ORPHAN_AGE = Duration.ofMinutes(1);

  private final Disk disk;
  private final FileNames names;
  private final EntryFiles files;
  private final Stripes stripes;
  private final StoreObserver observer;
  private final FileSettings settings;
  private final BooleanSupplier stopped;
  private final Path header;

  Sweep(
      Disk disk,
      FileNames names,
      EntryFiles files,
      Stripes stripes,
      StoreObserver observer,
      FileSettings settings,
      BooleanSupplier stopped) {
    this.disk = disk;
    this.names = names;
    this.files = files;
    this.stripes = stripes;
    this.observer = observer;
    this.settings = settings;
    this.stopped = stopped;
    this.header = names.entry(EncodedStore.HEADER_KEY).file();
  }

  /** How much there is. */
  record Stock(long bytes, long entries) {
    private static Stock of(List<Disk.Facts> facts) {
      return new Stock(facts.stream().mapToLong(Disk.Facts::bytes).sum(), facts.size());
    }

    private Stock without(Disk.Facts one) {
      return new Stock(bytes - one.bytes(), entries - 1);
    }
  }

  /**
   * Sweeps, unless another process is at it.
   *
   * @return what is left; null if this did not come to the end
   */
  @Nullable Stock run() throws IOException {
    try (Stripes.Held held = stripes.tryLock(FileNames.SHARDS)) {
      if (held == null) {
        return null;
      }
      List<Disk.Facts> entries = look();
      return stopped.getAsBoolean() ? null : evict(entries);
    }
  }

  /** Deletes what was left and, where there are bounds, tells what else there is. */
  private List<Disk.Facts> look() throws IOException {
    List<Disk.Facts> entries = new ArrayList<>();
    long orphanedBefore = System.currentTimeMillis() - ORPHAN_AGE.toMillis();
    for (int shard = 0; shard < FileNames.SHARDS && !stopped.getAsBoolean(); shard++) {
      for (Path file : disk.list(names.shard(shard))) {
        Disk.Facts facts = isOfInterest(file) ? disk.facts(file) : null;
        if (facts == null) {
          continue;
        }
        if (isEvictable(file)) {
          entries.add(facts);
        } else if (facts.modifiedMillis() < orphanedBefore) {
          drop(shard, file, orphanedBefore);
        }
      }
    }
    return entries;
  }

  private void drop(int shard, Path file, long orphanedBefore) throws IOException {
    if (FileNames.isTemporary(file)) {
      disk.delete(file);
      return;
    }
    try (Stripes.Held held = stripes.lock(shard)) { // it may be taken again just now
      byte[] lease = files.readToKey(file);
      if (lease == null || Envelope.expiresAtMillis(lease) < orphanedBefore) {
        disk.delete(file);
      }
    }
  }

  private boolean isOfInterest(Path file) {
    return FileNames.isTemporary(file)
        || FileNames.isLease(file)
        || (settings.isBounded() && isEvictable(file));
  }

  private boolean isEvictable(Path file) {
    return FileNames.isEntry(file) && !file.equals(header);
  }

  private boolean isWithinBounds(Stock stock) {
    return stock.bytes() <= settings.maximumBytes() && stock.entries() <= settings.maximumEntries();
  }

  private Stock evict(List<Disk.Facts> entries) throws IOException {
    Stock stock = Stock.of(entries);
    if (isWithinBounds(stock)) {
      return stock;
    }
    long upTo = lastToGo(entries, stock);
    for (int shard = 0; shard < FileNames.SHARDS && !isWithinBounds(stock); shard++) {
      stock = evict(shard, upTo, stock);
    }
    return stock;
  }

  /** When the youngest of those was written that have to go. */
  private long lastToGo(List<Disk.Facts> entries, Stock stock) {
    entries.sort(Comparator.comparingLong(Disk.Facts::modifiedMillis));
    Stock left = stock;
    long last = Long.MIN_VALUE;
    for (Disk.Facts oldest : entries) {
      if (isWithinBounds(left)) {
        break;
      }
      last = oldest.modifiedMillis();
      left = left.without(oldest);
    }
    return last;
  }

  private Stock evict(int shard, long upTo, Stock before) throws IOException {
    Stock stock = before;
    for (Path file : disk.list(names.shard(shard))) {
      if (isWithinBounds(stock) || stopped.getAsBoolean()) {
        break;
      }
      Disk.Facts facts = isEvictable(file) ? evict(shard, file, upTo) : null;
      stock = facts == null ? stock : stock.without(facts);
    }
    if (stock != before) {
      files.forceNames(shard);
    }
    return stock;
  }

  // What was written since is no longer among the oldest.
  private Disk.@Nullable Facts evict(int shard, Path file, long upTo) throws IOException {
    Disk.Facts facts = disk.facts(file);
    if (facts == null || facts.modifiedMillis() > upTo) {
      return null;
    }
    try (Stripes.Held held = stripes.lock(shard)) {
      if (!facts.equals(disk.facts(file)) || !disk.delete(file)) {
        return null;
      }
    }
    observer.evicted(1);
    return facts;
  }
}
