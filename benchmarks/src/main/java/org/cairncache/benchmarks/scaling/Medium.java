package org.cairncache.benchmarks.scaling;

import org.cairncache.spi.Store.InvalidationListener;
import org.cairncache.spi.Store.Subscription;
import org.cairncache.spi.Stored;

/**
 * What lies under the near levels of all nodes, and counts what it is asked. Keys are ranks. For
 * one thread.
 */
interface Medium extends AutoCloseable {
  /** A read by a near level that has nothing of the key, or nothing that it may go by. */
  Stored<Long> read(int key);

  /** A write by the node whose listener this is. */
  Stored<Long> write(int key, InvalidationListener<? super Integer> writer);

  /** Lets a node hear what the others write, if this sends notices. */
  default Subscription listen(InvalidationListener<? super Integer> node) {
    return () -> {};
  }

  @Override
  default void close() {}
}
