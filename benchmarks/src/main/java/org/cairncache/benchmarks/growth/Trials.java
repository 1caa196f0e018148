package org.cairncache.benchmarks.growth;

import java.util.Map;

/** Runs a medium's trial at one size. */
interface Trials {
  /** What was read, by {@link Reading}. */
  Map<Reading, Double> run(Medium medium, int entries);

  /** In this JVM, for the sake of speed: what is read of the heap then is not worth much. */
  static Trials here(String provider) {
    return (medium, entries) -> {
      Readings readings = new Readings(medium, entries);
      medium.trial(provider, entries, readings);
      return readings.all();
    };
  }
}
