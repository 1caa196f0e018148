package org.cairncache.testkit.sample;

import java.util.concurrent.locks.LockSupport;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/** {@link Fault#LOST_COMPARE_AND_SET}. */
final class LostCompareAndSet<K, V> extends SampleStore<K, V> {
  LostCompareAndSet(SampleMedium medium, StoreContext<K, V> context) {
    super(medium, context);
  }

  @Override
  boolean exchange(Operation operation, K key, @Nullable Stored<V> expected, Change change) {
    Boolean won =
        ask(
            operation,
            entries -> {
              byte[] before = entries.get(key);
              if (!isExpected(expected, before)) {
                return false;
              }
              LockSupport.parkNanos(1); // here others go first
              byte[] after = change.of(before == null ? new byte[0] : before);
              if (after == null) {
                entries.remove(key);
              } else {
                entries.put(key, after);
              }
              return true;
            });
    return Boolean.TRUE.equals(won);
  }
}
