package org.cairncache.benchmarks.cdi;

/** A method of a bean, as its proxy has it. Thread-safe. */
interface Lookup {
  /** The value of the number, one and the same object each time. */
  Object find(long number);
}
