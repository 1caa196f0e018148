package org.cairncache.benchmarks.scaling;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cairncache.spi.Store.InvalidationListener;
import org.cairncache.spi.Store.Subscription;
import org.cairncache.spi.Stored;

/**
 * A store that tells every node but the one that wrote of each put, as Redis does with {@code BCAST
 * NOLOOP}, at once or, for some by chance, never; it knows when each value was replaced. For one
 * thread.
 */
final class Notifying implements Medium {
  private static final long NEVER = Long.MAX_VALUE;

  private final long[] writeOfKey;
  private final List<Long> replacedAt = new ArrayList<>();
  private final List<InvalidationListener<? super Integer>> nodes = new ArrayList<>();
  private final InstantSource clock;
  private final double lost;
  private final SplittableRandom random;
  private long reads;
  private long notices;

  Notifying(int keys, InstantSource clock, double lost, long seed) {
    this.writeOfKey = new long[keys];
    this.clock = clock;
    this.lost = lost;
    this.random = new SplittableRandom(seed);
    for (int key = 0; key < keys; key++) {
      writeOfKey[key] = newWrite();
    }
  }

  private long newWrite() {
    replacedAt.add(NEVER);
    return replacedAt.size() - 1L;
  }

  @Override
  public Stored<Long> read(int key) {
    reads++;
    return new SimulatedEntry(writeOfKey[key]);
  }

  @Override
  public Stored<Long> write(int key, InvalidationListener<? super Integer> writer) {
    replacedAt.set((int) writeOfKey[key], clock.millis());
    writeOfKey[key] = newWrite();
    for (InvalidationListener<? super Integer> node : nodes) {
      if (node != writer) {
        notices++;
        if (random.nextDouble() >= lost) {
          node.invalidated(key);
        }
      }
    }
    return new SimulatedEntry(writeOfKey[key]);
  }

  @Override
  public Subscription listen(InvalidationListener<? super Integer> node) {
    nodes.add(node);
    return () -> nodes.remove(node);
  }

  /** How long ago the value of this write was replaced; negative if it was not. */
  long replacedForMillis(long write) {
    long at = replacedAt.get((int) write);
    return at == NEVER ? -1 : clock.millis() - at;
  }

  long reads() {
    return reads;
  }

  long notices() {
    return notices;
  }

  /** Begins to count anew. */
  void reset() {
    reads = 0;
    notices = 0;
  }
}
