package org.cairncache.spi;

import java.time.Duration;

/**
 * What the front must know of a kind of store before it uses one.
 *
 * @param byReference values stay on the heap as the objects they are, so that a cache may be by
 *     reference; false means that they are encoded, and store-by-reference is refused
 * @param keepsObjects a read may give out an object that the store keeps, so that the front copies
 *     for store-by-value: always true by reference, and true where a near level is on the heap
 * @param shared other processes may see and change the same entries
 * @param touchTick a deadline is not moved by less than this; zero where moving it costs little,
 *     and it is moved by more than a hundredth of the duration or a second
 * @param expiryGrace how long past its deadline an entry of another process is left in peace, for
 *     the sake of clocks that differ
 * @param expirySweep how often entries past their deadline are looked for, where the configuration
 *     does not say; zero where only an access finds them
 */
public record StoreTraits(
    boolean byReference,
    boolean keepsObjects,
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

  /** Of a store that keeps objects if it is by reference, and only then. */
  public StoreTraits(
      boolean byReference,
      boolean shared,
      Duration touchTick,
      Duration expiryGrace,
      Duration expirySweep) {
    this(byReference, byReference, shared, touchTick, expiryGrace, expirySweep);
  }

  public StoreTraits {
    if (byReference && !keepsObjects) {
      throw new IllegalArgumentException("By reference, objects are kept");
    }
    if (touchTick.isNegative() || expiryGrace.isNegative() || expirySweep.isNegative()) {
      throw new IllegalArgumentException(
          "touchTick, expiryGrace and expirySweep must not be negative");
    }
  }
}
