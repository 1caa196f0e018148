package org.cairncache.micrometer;

import io.micrometer.core.instrument.Gauge;
import java.time.Duration;

/**
 * What was last told of the state of a store, behind gauges: the registry does not keep it from
 * being collected. Thread-safe.
 */
final class StoreState {
  private static final double SECOND_NANOS = 1e9;

  private volatile boolean circuitOpen;
  private volatile Duration clockOffset = Duration.ZERO;

  private StoreState() {}

  /** One that is closed and on time, until it is told otherwise. */
  static StoreState in(Meters meters) {
    StoreState state = new StoreState();
    Gauge.builder("cairn.store.circuit.open", state, StoreState::circuit)
        .description("1 while the circuit to the medium is open, else 0")
        .tags(meters.common())
        .register(meters.registry());
    Gauge.builder("cairn.store.clock.offset", state, StoreState::offset)
        .description("How far the clock of the store is ahead of this process's")
        .baseUnit("seconds")
        .tags(meters.common())
        .register(meters.registry());
    return state;
  }

  void circuitOpen(boolean open) {
    circuitOpen = open;
  }

  void clockOffset(Duration offset) {
    clockOffset = offset;
  }

  private double circuit() {
    return circuitOpen ? 1 : 0;
  }

  private double offset() {
    Duration offset = clockOffset;
    return offset.getSeconds() + offset.getNano() / SECOND_NANOS;
  }
}
