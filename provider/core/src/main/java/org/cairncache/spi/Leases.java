package org.cairncache.spi;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rights to keys that at most one holder has among all that share a store. They are no entries: a
 * key may have a lease and no entry, and whoever does not ask for leases is not kept from anything.
 * The lease of a holder that is gone is free again 2 s after its time is up. Thread-safe.
 *
 * @param <K> the type of keys
 */
public interface Leases<K> {
  /**
   * Takes the lease of the key; null if somebody else has it. Does not wait.
   *
   * @throws StoreException if the medium fails: then it may be taken, and runs out
   */
  @Nullable Lease tryTake(K key);

  /**
   * Takes what is free of many, with one request where the medium can; the others are left out.
   *
   * @throws StoreException if the medium fails; what was taken is given back as far as possible
   */
  default Map<K, Lease> tryTakeAll(Collection<? extends K> keys) {
    Map<K, Lease> taken = new HashMap<>();
    try {
      for (K key : keys) {
        Lease lease = tryTake(key);
        if (lease != null) {
          taken.put(key, lease);
        }
      }
      return taken;
    } catch (RuntimeException | Error failure) {
      taken.values().forEach(lease -> releaseAfter(failure, lease));
      throw failure;
    }
  }

  /** An order of all keys that is the same in every process: who waits for many keeps to it. */
  Comparator<? super K> order();

  private static void releaseAfter(Throwable failure, Lease lease) {
    try {
      lease.release();
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
  }
}
