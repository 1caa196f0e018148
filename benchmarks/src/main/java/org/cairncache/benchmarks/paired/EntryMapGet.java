package org.cairncache.benchmarks.paired;

import java.util.concurrent.ConcurrentMap;
import org.cairncache.benchmarks.paired.EntryMap.Dated;

/** {@link ConcurrentMap#get}, and a look at the deadline by a time that is read once. */
final class EntryMapGet implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (ConcurrentMap<Object, Dated>) cache;
    long now = System.currentTimeMillis();
    long found = 0;
    for (int i = from; i < to; i++) {
      Dated entry = typed.get(keys[i]);
      if (entry != null && entry.expiresAtMillis() > now && entry.value() != null) {
        found++;
      }
    }
    return found;
  }
}
