package org.cairncache.freshness.work;

import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;

/**
 * An entry that holds the place of a key while that is loaded, so that there is something to
 * compare with: it is null, and never fresh.
 */
public final class Reservation {
  private Reservation() {}

  /** Its life; it is gone when nobody can still be loading. */
  public static Lifetime lifetime(long nowMillis, long millis) {
    return new Lifetime(nowMillis, nowMillis, nowMillis + millis);
  }

  /** Whether an entry says nothing but that its key is being loaded. */
  public static boolean is(Stored<?> entry) {
    return entry.isNull() && entry.freshUntilMillis() <= entry.writtenAtMillis();
  }
}
