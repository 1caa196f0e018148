package org.cairncache.benchmarks;

import java.util.function.Supplier;

/** {@link Supplier#get}, of whatever holds one value. */
final class SupplierGet implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (Supplier<Object>) cache;
    long found = 0;
    for (int i = from; i < to; i++) {
      if (typed.get() != null) {
        found++;
      }
    }
    return found;
  }
}
