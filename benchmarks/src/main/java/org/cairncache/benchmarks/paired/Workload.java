package org.cairncache.benchmarks.paired;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The keys and values of a run, the same for every subject, drawn before anything is measured.
 *
 * <p>Keys are {@link Long}s with random bits, so that hash tables have their ordinary collisions,
 * and popular keys are put anywhere between the others. Lookups use keys that are equal to the
 * stored ones but not the same objects, as an application's are. Nobody writes to the arrays. Not
 * thread-safe.
 */
public final class Workload {
  private final long[] numbers;
  private final long[] stored;
  private final Object[] drawn;
  private final Object[] absent;
  private final Object[] values;
  private final Map<Operation, Object[]> made = new EnumMap<>(Operation.class);

  /**
   * Draws the whole run.
   *
   * @param entries how many keys there are
   * @param draws how many keys are drawn
   * @param skew see {@link Zipf}
   */
  public Workload(int entries, int draws, double skew, long seed) {
    numbers = distinctNumbers(2 * entries + draws, seed);
    Object[] equal = boxes(Arrays.copyOf(numbers, entries));
    stored = shuffled(Arrays.copyOf(numbers, entries), seed);
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

  /**
   * The keys to fill a cache with, each once: other objects for each that asks. A key that several
   * caches share can lie beside the entry of one of them only, whose hits may be quicker then.
   */
  public Object[] stored() {
    return boxes(stored);
  }

  /**
   * What the operation is called with, in order: keys, or sets or maps of many keys, which are made
   * when first asked for.
   */
  public Object[] keysFor(Operation operation) {
    return switch (operation) {
      case GET_MISS -> absent;
      case LOAD, GET_ALL, PUT_ALL -> made.computeIfAbsent(operation, this::make);
      default -> drawn;
    };
  }

  private Object[] make(Operation operation) {
    return switch (operation) {
      case GET_ALL -> Batches.sets(drawn, operation.keysPerCall());
      case PUT_ALL -> Batches.maps(drawn, values, operation.keysPerCall());
      default -> boxes(Arrays.copyOfRange(numbers, 2 * stored.length, numbers.length));
    };
  }

  /** Values to write, as many as there are draws. */
  public Object[] values() {
    return values;
  }

  /** Values to fill a cache of that contents with, likewise. */
  Object[] valuesOf(Contents contents) {
    return contents == Contents.NUMBERS
        ? values(stored.length)
        : IntStream.range(0, stored.length).mapToObj(contents::value).toArray();
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

  private static long[] shuffled(long[] numbers, long seed) {
    List<Object> boxes = Arrays.asList(boxes(numbers));
    Collections.shuffle(boxes, new Random(seed));
    return boxes.stream().mapToLong(box -> (long) box).toArray();
  }

  private static Object[] boxes(long[] numbers) {
    return LongStream.of(numbers).boxed().toArray();
  }
}
