package org.cairncache.examples.sharedfiles;

import java.io.Serializable;

/**
 * What the cache holds for one task: who took it, and what came out. Immutable.
 *
 * @param worker the name of the worker that took it
 * @param run which of the worker's processes
 * @param primes how many primes it found; {@link #OPEN} until it is done
 */
record Task(String worker, int run, int primes) implements Serializable {
  static final int OPEN = -1;

  /** How many numbers a task looks at. */
  static final int NUMBERS = 10_000;

  static Task taken(String worker, int run) {
    return new Task(worker, run, OPEN);
  }

  boolean isDone() {
    return primes != OPEN;
  }

  /** Whether this was taken by the worker's earlier process, which left it undone. */
  boolean isLeftBy(String name, int beforeRun) {
    return !isDone() && worker.equals(name) && run < beforeRun;
  }

  Task done(int found) {
    return new Task(worker, run, found);
  }

  /** Counts the primes of a task by trial division: slow on purpose. */
  static int countPrimes(int number) {
    int found = 0;
    for (int n = number * NUMBERS; n < (number + 1) * NUMBERS; n++) {
      found += isPrime(n) ? 1 : 0;
    }
    return found;
  }

  private static boolean isPrime(int n) {
    for (int divisor = 2; divisor * divisor <= n; divisor++) {
      if (n % divisor == 0) {
        return false;
      }
    }
    return n > 1;
  }
}
