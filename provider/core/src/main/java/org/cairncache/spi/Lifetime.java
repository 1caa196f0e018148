package org.cairncache.spi;

/**
 * From when to when an entry lives, in epoch milliseconds of the store's clock.
 *
 * <p>A plain JCache put has no freshness: written at 0 and fresh until {@link #NEVER}, so that an
 * eternal put reads no clock.
 *
 * @param writtenAtMillis when the value was made, 0 where freshness is not used
 * @param freshUntilMillis until when it is served without a refresh, at most {@code
 *     expiresAtMillis} or {@link #NEVER} where freshness is not used
 * @param expiresAtMillis from when it is as if it never was, or {@link #NEVER}
 */
public record Lifetime(long writtenAtMillis, long freshUntilMillis, long expiresAtMillis) {
  /** The deadline that does not come. */
  public static final long NEVER = Long.MAX_VALUE;

  /**
   * Never expires, and no policy will ever give it a deadline: a store may leave out the room for
   * one. An entry that lives for ever but may be touched later is {@code until(NEVER)}.
   */
  public static final Lifetime ETERNAL = new Lifetime(0, NEVER, NEVER);

  public Lifetime {
    if (writtenAtMillis < 0) {
      throw new IllegalArgumentException("writtenAtMillis must be ≥ 0, not " + writtenAtMillis);
    }
    if (freshUntilMillis != NEVER && freshUntilMillis > expiresAtMillis) {
      throw new IllegalArgumentException("An entry cannot be fresh beyond its expiry");
    }
  }

  /** Lives until the deadline, in epoch milliseconds, without freshness. */
  public static Lifetime until(long expiresAtMillis) {
    return new Lifetime(0, NEVER, expiresAtMillis);
  }

  /** Whether freshness is used. */
  public boolean hasFreshness() {
    return writtenAtMillis != 0 || freshUntilMillis != NEVER;
  }

  /** Whether the deadline has passed: at the very millisecond of the deadline it has. */
  public boolean isExpiredAt(long nowMillis) {
    return expiresAtMillis <= nowMillis;
  }
}
