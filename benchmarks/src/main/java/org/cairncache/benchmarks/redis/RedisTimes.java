package org.cairncache.benchmarks.redis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.cairncache.benchmarks.report.Quartiles;

/** How long one operation took each kind of client, in rounds in which each had one turn. */
final class RedisTimes {
  private final List<Map<RedisSubject.Kind, Double>> rounds = new ArrayList<>();

  /**
   * Measures, after half as many rounds to warm up, in an order drawn anew for each round.
   *
   * @param turn makes calls and returns how many microseconds one of them took
   */
  static RedisTimes measure(
      List<RedisSubject.Kind> kinds, int rounds, ToDoubleFunction<RedisSubject.Kind> turn) {
    RedisTimes times = new RedisTimes();
    Random order = new Random(42);
    for (int i = -rounds / 2; i < rounds; i++) {
      List<RedisSubject.Kind> turns = new ArrayList<>(kinds);
      Collections.shuffle(turns, order);
      Map<RedisSubject.Kind, Double> round = new EnumMap<>(RedisSubject.Kind.class);
      turns.forEach(kind -> round.put(kind, turn.applyAsDouble(kind)));
      if (i >= 0) {
        times.rounds.add(round);
      }
    }
    return times;
  }

  /** Microseconds for a call. */
  Quartiles micros(RedisSubject.Kind kind) {
    return Quartiles.of(rounds.stream().mapToDouble(round -> time(round, kind)).toArray());
  }

  /** Throughput as a multiple of another's in the same round. */
  Quartiles throughput(RedisSubject.Kind kind, RedisSubject.Kind to) {
    return Quartiles.of(
        rounds.stream().mapToDouble(round -> time(round, to) / time(round, kind)).toArray());
  }

  private static double time(Map<RedisSubject.Kind, Double> round, RedisSubject.Kind kind) {
    return round.getOrDefault(kind, Double.NaN);
  }
}
