package org.cairncache.jcache;

import java.time.Instant;
import java.time.InstantSource;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreTraits;

/**
 * The time that the processes of a shared store agree on, by which its deadlines go. Thread-safe.
 */
record StoreClock(InstantSource process, Store<?, ?> store) implements InstantSource {

  /** The clock of a store: that of the process where no other process shares it. */
  static InstantSource of(InstantSource process, Store<?, ?> store, StoreTraits traits) {
    return traits.shared() ? new StoreClock(process, store) : process;
  }

  @Override
  public Instant instant() {
    return process.instant().plusMillis(store.clockOffsetMillis());
  }

  @Override
  public long millis() {
    return process.millis() + store.clockOffsetMillis();
  }
}
