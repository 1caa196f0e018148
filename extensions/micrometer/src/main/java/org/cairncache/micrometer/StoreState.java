package org.cairncache.micrometer;

import java.time.Duration;
import java.util.Optional;

/**
 * What was last told of the state of a store, behind gauges: the registry does not keep it from
 * being collected. Thread-safe.
 */
final class StoreState {
  private volatile boolean circuitOpen;
  private volatile Duration clockOffset = Duration.ZERO;

  private StoreState() {}

  /** One that is closed and on time, until it is told otherwise. */
  static StoreState in(Meters meters) {
    StoreState state = new StoreState();
    meters.gauge(
        "cairn.store.circuit.open",
        "1 while the circuit to the medium is open, else 0",
        state,
        of -> of.circuitOpen ? 1 : 0);
    meters.seconds(
        "cairn.store.clock.offset",
        "How far the clock of the store is ahead of this process's",
        state,
        of -> Optional.of(of.clockOffset));
    return state;
  }

  void circuitOpen(boolean open) {
    circuitOpen = open;
  }

  void clockOffset(Duration offset) {
    clockOffset = offset;
  }
}
