package org.cairncache.testkit;

import java.time.Duration;
import java.time.InstantSource;
import javax.cache.CacheManager;
import org.jspecify.annotations.Nullable;

/**
 * The place where a test's caches live: a store under test with a manager over it.
 *
 * <p>A test makes one environment, opens it once and closes it at its end. An environment starts
 * empty: nothing that an earlier one stored is seen.
 */
public interface CacheEnvironment extends AutoCloseable {

  /**
   * Opens a manager whose caches use the store under test. Called once.
   *
   * @param clock what the caches take for the time
   * @return a manager that shares its caches with no other environment
   */
  CacheManager open(InstantSource clock);

  /**
   * Whether a cache configured with {@code storeByValue = false} is supported and keeps the very
   * objects it is given.
   */
  boolean keepsReferences();

  /**
   * The real time within which EXPIRED is published for an entry that nobody accesses, counted from
   * the moment the clock passes its deadline; null where only an access finds an expired entry.
   */
  @Nullable Duration expiryNotice();

  /** Closes the manager, where the test has not, and frees what the store holds. */
  @Override
  void close();
}
