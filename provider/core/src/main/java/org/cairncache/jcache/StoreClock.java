package org.cairncache.jcache;

import java.time.Instant;
import java.time.InstantSource;
import org.cairncache.spi.CoarseClock;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.Stored;

/**
 * The time by which a cache's deadlines go: that of the process, or what the processes of a shared
 * store agree on. Thread-safe.
 */
final class StoreClock implements InstantSource {
  // What the coarse clock may be late without anybody being given an entry past its deadline.
  private static final long MARGIN_MILLIS = 1_000;

  private final InstantSource process;
  private final CoarseClock coarse;
  private final Store<?, ?> store;
  private final boolean shared;

  StoreClock(InstantSource process, CoarseClock coarse, Store<?, ?> store, StoreTraits traits) {
    this.process = process;
    this.coarse = coarse;
    this.store = store;
    this.shared = traits.shared();
  }

  @Override
  public Instant instant() {
    return process.instant().plusMillis(offset());
  }

  @Override
  public long millis() {
    return process.millis() + offset();
  }

  /** The time to within some milliseconds, without reading the clock. */
  long coarseMillis() {
    return coarse.millis() + offset();
  }

  /** Whether the deadline has passed; the clock is read only where it is near. */
  boolean isPast(Stored<?> stored) {
    long deadline = stored.expiresAtMillis();
    return deadline != Lifetime.NEVER
        && deadline - coarseMillis() < MARGIN_MILLIS
        && deadline <= millis();
  }

  private long offset() {
    return shared ? store.clockOffsetMillis() : 0;
  }
}
