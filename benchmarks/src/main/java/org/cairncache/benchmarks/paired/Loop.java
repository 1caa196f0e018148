package org.cairncache.benchmarks.paired;

/**
 * The measured code: one cache call per key, in a loop that contains nothing else.
 *
 * <p>Implementations are stateless and have a no-argument constructor, so that {@link LoopCopies}
 * can give every pair of row and subject its own copy of the byte code.
 */
public interface Loop {
  /**
   * Calls the cache once for each key in {@code keys[from..to)}.
   *
   * @param values read by operations that write; as long as {@code keys}
   * @return a number that depends on every answer, so that no call can be optimized away
   */
  long run(Object cache, Object[] keys, Object[] values, int from, int to);
}
