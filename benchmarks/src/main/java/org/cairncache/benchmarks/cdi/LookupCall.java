package org.cairncache.benchmarks.cdi;

import org.cairncache.benchmarks.paired.Loop;

/** {@link Lookup#find}. */
final class LookupCall implements Loop {
  @Override
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    Lookup lookup = (Lookup) cache;
    long found = 0;
    for (int i = from; i < to; i++) {
      if (lookup.find((Long) keys[i]) != null) {
        found++;
      }
    }
    return found;
  }
}
