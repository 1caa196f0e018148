package org.cairncache.jcache;

import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * One mutation: a pure function from the live entry to what shall become of it. It may be asked
 * again with another entry when the first decision lost a race.
 */
@FunctionalInterface
interface Operation<V, R> {
  /**
   * Decides.
   *
   * @param live the entry, readable and before its deadline, or null
   */
  Step<V, R> decide(@Nullable Stored<V> live);
}
