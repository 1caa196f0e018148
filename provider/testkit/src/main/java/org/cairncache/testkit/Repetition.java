package org.cairncache.testkit;

/**
 * When a task is due again.
 *
 * @param millis the period or the delay, 0 for a task that runs once
 * @param fromDueTime whether it counts from the time the task was due, not from its end
 */
record Repetition(long millis, boolean fromDueTime) {
  static final Repetition NONE = new Repetition(0, false);

  boolean isPeriodic() {
    return millis > 0;
  }

  long next(long dueMillis, long nowMillis) {
    return later(fromDueTime ? dueMillis : nowMillis, millis);
  }

  /** The time some milliseconds later, or the end of time. */
  static long later(long timeMillis, long millis) {
    long sum = timeMillis + millis;
    return millis > 0 && sum < timeMillis ? Long.MAX_VALUE : sum;
  }
}
