package org.cairncache.testkit.sample;

import java.util.concurrent.ThreadLocalRandom;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreObserver.Operation;
import org.cairncache.spi.Stored;

/** {@link Fault#TOKEN_BROKEN_BY_TOUCH}. */
final class TokenBrokenByTouch<K, V> extends SampleStore<K, V> {
  TokenBrokenByTouch(SampleMedium medium, StoreContext<K, V> context) {
    super(medium, context);
  }

  @Override
  public boolean touch(K key, Stored<V> expected, long expiresAtMillis) {
    long stamp = ThreadLocalRandom.current().nextLong();
    return exchange(
        Operation.TOUCH,
        key,
        expected,
        before -> SampleEntry.touched(before, stamp, expiresAtMillis));
  }
}
