package org.cairncache.concurrency;

import org.cairncache.spi.Lifetime;
import org.jspecify.annotations.Nullable;

/**
 * The entry of one key as the specification has it. Calls take time, so a deadline is known only
 * between bounds, in milliseconds of the cache's clock.
 *
 * @param value the value, or null if there is no entry
 * @param earliest before this the entry cannot have expired
 * @param latest from this on it must have
 */
record Slot(@Nullable Integer value, long earliest, long latest) {
  static final Slot EMPTY = new Slot(null, Lifetime.NEVER, Lifetime.NEVER);

  boolean mayBeLive(Call call) {
    return value != null && (latest == Lifetime.NEVER || call.invokedMillis() < latest);
  }

  boolean mayBeGone(Call call) {
    return value == null || (earliest != Lifetime.NEVER && earliest <= call.returnedMillis());
  }
}
