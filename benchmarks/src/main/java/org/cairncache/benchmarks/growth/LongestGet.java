package org.cairncache.benchmarks.growth;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** A thread that does nothing but get while something else goes on. */
final class LongestGet {
  private static final int FIRST = 1_000;

  private final UnaryOperator<Object> get;
  private final Object[] keys;
  private final CountDownLatch under = new CountDownLatch(1);
  private volatile boolean counts;
  private volatile boolean ended;
  private long longestNanos;

  private LongestGet(UnaryOperator<Object> get, Object[] keys) {
    this.get = get;
    this.keys = keys;
  }

  /**
   * How many milliseconds the longest took that ended while the work was going on, or the first
   * after it if none did.
   */
  static double millisDuring(UnaryOperator<Object> get, Object[] keys, Runnable work) {
    LongestGet reader = new LongestGet(get, keys);
    Thread thread = new Thread(reader::run, "growth-reader");
    thread.setDaemon(true);
    thread.start();
    try {
      reader.under.await();
      reader.counts = true;
      work.run();
      reader.ended = true;
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      reader.ended = true;
    }
    return reader.longestNanos / 1e6;
  }

  /** The median of several such figures. */
  static double median(double... millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  @SuppressWarnings("ReturnValueIgnored") // whether it is there does not matter
  private void run() {
    SplittableRandom random = new SplittableRandom(42);
    long done = 0;
    long last = System.nanoTime();
    while (!ended || (counts && longestNanos == 0)) {
      get.apply(keys[random.nextInt(keys.length)]);
      long now = System.nanoTime();
      if (counts) {
        longestNanos = Math.max(longestNanos, now - last);
      } else if (++done == FIRST) {
        under.countDown();
      }
      last = now;
    }
  }
}
