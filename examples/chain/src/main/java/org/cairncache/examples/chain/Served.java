package org.cairncache.examples.chain;

import java.util.Map;

/**
 * Who served a call. Immutable.
 *
 * @param how what became of it
 * @param answers how many keys each level answered; empty for writes and where nobody did
 */
record Served(How how, Map<Level, Integer> answers) {
  /** What became of a call. */
  enum How {
    /** Each key by the nearest level that has it; nobody, if none has it or can say. */
    READ,
    /** By what a level may no longer go by, as the one under it does not answer. */
    READ_LATE,
    /** The last level has decided it. */
    WRITTEN,
    /** It threw. */
    REFUSED
  }

  static final Served BY_NOBODY = new Served(How.READ, Map.of());
  static final Served WRITTEN = new Served(How.WRITTEN, Map.of());
  static final Served REFUSED = new Served(How.REFUSED, Map.of());

  Served {
    answers = Map.copyOf(answers);
  }

  /** A read of one key. */
  static Served by(Level level) {
    return new Served(How.READ, Map.of(level, 1));
  }

  /** A read of one key, answered late. */
  static Served lateBy(Level level) {
    return new Served(How.READ_LATE, Map.of(level, 1));
  }

  /** The way through the levels, see {@link Bar}. */
  @Override
  public String toString() {
    return Bar.of(this);
  }
}
