package org.cairncache.benchmarks.hits;

import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.cairncache.benchmarks.paired.Zipf;

/** Traces that are drawn from a seed; the same numbers give the same traces. */
final class SyntheticTraces {
  private static final double SKEW = 0.99;
  private static final long SEED = 42;
  private static final int REQUESTS_PER_KEY = 10;
  private static final long ONCE = 1L << 40;

  private SyntheticTraces() {}

  /** All of them, of that many requests each, at least 1,000. */
  static List<Trace> all(int requests) {
    int keys = requests / REQUESTS_PER_KEY;
    return List.of(
        zipf(requests, keys), loop(requests, keys), scan(requests, keys), drift(requests, keys));
  }

  /** Some keys are asked for more often than others, and always as often. */
  private static Trace zipf(int requests, int keys) {
    Zipf zipf = new Zipf(keys, SKEW, SEED);
    return trace("zipf", "Zipf", requests, i -> zipf.next());
  }

  /** The keys in turn, again and again: worth nothing to who forgets the oldest. */
  private static Trace loop(int requests, int keys) {
    return trace("loop", "loop", requests, i -> i % keys);
  }

  /** Zipf, but every tenth of the requests begins with keys that are asked for once. */
  private static Trace scan(int requests, int keys) {
    Zipf zipf = new Zipf(keys, SKEW, SEED);
    int period = requests / 10;
    int once = keys / 4;
    return trace(
        "scan", "scans in Zipf", requests, i -> i % period < once ? ONCE + i : zipf.next());
  }

  /** Zipf, but another key becomes the most popular one all the time: recency matters. */
  private static Trace drift(int requests, int keys) {
    Zipf zipf = new Zipf(keys, SKEW, SEED);
    return trace("drift", "Zipf that drifts", requests, i -> zipf.next() - i / REQUESTS_PER_KEY);
  }

  private static Trace trace(String id, String label, int requests, IntToLongFunction key) {
    return Trace.of(id, label, IntStream.range(0, requests).mapToLong(key).toArray());
  }
}
