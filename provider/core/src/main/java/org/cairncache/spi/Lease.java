package org.cairncache.spi;

/**
 * The right to a key, until it is given back or its time is up. Nobody is stopped when the time is
 * up: a holder that may have stood still asks {@link #keep()} before what the lease is for. For one
 * thread at a time.
 */
public interface Lease {
  /**
   * Whether the key is still the holder's for half of the lease's duration at the least. Asks the
   * store only once the other half is gone, and then begins a new one; false means that somebody
   * else may have had the key since.
   *
   * @throws StoreException if the medium fails: then it is not known
   */
  boolean keep();

  /** Asks the store at once, and begins the duration anew if the key is still the holder's. */
  boolean renew();

  /** Gives the key back, if it is still the holder's. */
  void release();
}
