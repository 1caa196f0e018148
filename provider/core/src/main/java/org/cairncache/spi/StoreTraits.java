package org.cairncache.spi;

import java.time.Duration;

/**
 * What the front must know of a kind of store before it uses one.
 *
 * @param byReference values stay on the heap as the objects they are, so the front copies for
 *     store-by-value; false means that they are encoded, and store-by-reference is refused
 * @param shared other processes may see and change the same entries
 * @param touchTick a deadline is not moved by less than this; zero where moving it costs nothing
 * @param expiryGrace how long past its deadline an entry of another process is left in peace, for
 *     the sake of clocks that differ
 * @param expirySweep how often entries past their deadline are looked for, where the configuration
 *     does not say; zero where only an access finds them
 */
public record StoreTraits(
    boolean byReference,
    boolean shared,
    Duration touchTick,
    Duration expiryGrace,
    Duration expirySweep) {
  /** On the heap of this process. */
  public static final StoreTraits HEAP =
      new StoreTraits(true, false, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1));

  /** Encoded and shared between processes: 1 s tick, 2 s grace. */
  public static final StoreTraits SHARED =
      new StoreTraits(false, true, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ZERO);

  public StoreTraits {
    if (touchTick.isNegative() || expiryGrace.isNegative() || expirySweep.isNegative()) {
      throw new IllegalArgumentException(
          "touchTick, expiryGrace and expirySweep must not be negative");
    }
  }
}
