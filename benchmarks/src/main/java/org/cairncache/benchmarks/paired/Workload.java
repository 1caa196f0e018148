package org.cairncache.benchmarks.paired;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * The keys and values of a run, the same for every subject, drawn before anything is measured.
 *
 * <p>Keys are {@link Long}s with random bits, so that hash tables have their ordinary collisions,
 * and popular keys are put anywhere between the others. Lookups use keys that are equal to the
 * stored ones but not the same objects, as an application's are. Immutable as long as nobody writes
 * to the arrays.
 */
public final class Workload {
  private final Object[] stored;
  private final Object[] drawn;
  private final Object[] absent;
  private final Object[] values;

  /**
   * Draws the whole run.
   *
   * @param entries how many keys there are
   * @param draws how many keys are drawn
   * @param skew see {@link Zipf}
   */
  public Workload(int entries, int draws, double skew, long seed) {
    long[] numbers = distinctNumbers(2 * entries, seed);
    stored = boxes(Arrays.copyOf(numbers, entries));
    Object[] equal = boxes(Arrays.copyOf(numbers, entries));
    Collections.shuffle(Arrays.asList(stored), new Random(seed));
    Object[] missing = boxes(Arrays.copyOfRange(numbers, entries, 2 * entries));
    drawn = new Object[draws];
    absent = new Object[draws];
    values = values(draws);
    Zipf zipf = new Zipf(entries, skew, seed);
    for (int i = 0; i < draws; i++) {
      int rank = zipf.next();
      drawn[i] = equal[rank];
      absent[i] = missing[rank];
    }
  }

  /** The keys to fill a cache with, each once. */
  public Object[] stored() {
    return stored;
  }

  /** The keys that the operation asks for, in order. */
  public Object[] keysFor(Operation operation) {
    return operation == Operation.GET_MISS ? absent : drawn;
  }

  /** Values to write, as many as there are draws. */
  public Object[] values() {
    return values;
  }

  /** {@code count} keys, each once. */
  public static Object[] keys(int count, long seed) {
    return boxes(distinctNumbers(count, seed));
  }

  /** {@code count} values: different {@link Long}s, none of which the JDK keeps a copy of. */
  public static Object[] values(int count) {
    return boxes(LongStream.range(1_000, 1_000L + count).toArray());
  }

  /** A SplittableRandom repeats no number within its period. */
  private static long[] distinctNumbers(int count, long seed) {
    return new SplittableRandom(seed).longs(count).toArray();
  }

  private static Object[] boxes(long[] numbers) {
    return LongStream.of(numbers).boxed().toArray();
  }
}
