package org.cairncache.promises;

import java.util.List;

/**
 * How near levels came to hold again what the far one does, by {@link HostClock}.
 *
 * @param begunMicros when the connections were killed, or all was deleted, or a replica promoted
 * @param stillMicros when all connections stood again and nothing was written any more
 */
record Convergence(long begunMicros, long stillMicros, long convergedMicros) {
  /** What was measured, counted from the beginning and from the end of a disturbance. */
  static String told(List<Convergence> all) {
    return "%s; after the connections stood, %s"
        .formatted(
            Figures.of(
                all.stream().mapToLong(one -> (one.convergedMicros - one.begunMicros) * 1_000)),
            Figures.of(all.stream().mapToLong(Convergence::nanos)));
  }

  /** How long it took when nothing stood in the way any more. */
  long nanos() {
    return (convergedMicros - stillMicros) * 1_000;
  }
}
