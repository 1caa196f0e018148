package org.cairncache.benchmarks.paired;

import javax.cache.Cache;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.MutableEntry;

/** {@link Cache#invoke} with a processor that adds one to a {@link Long} and returns the sum. */
final class JCacheIncrement implements Loop {
  @Override
  @SuppressWarnings("unchecked")
  public long run(Object cache, Object[] keys, Object[] values, int from, int to) {
    var typed = (Cache<Object, Long>) cache;
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += typed.invoke(keys[i], Processor.INCREMENT);
    }
    return sum;
  }

  private enum Processor implements EntryProcessor<Object, Long, Long> {
    INCREMENT;

    @Override
    public Long process(MutableEntry<Object, Long> entry, Object... arguments) {
      long next = entry.getValue() + 1;
      entry.setValue(next);
      return next;
    }
  }
}
