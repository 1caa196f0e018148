package org.cairncache.freshness;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The loads under way in this process, at most one for each key that callers may join. */
final class Board<V> {
  private final ConcurrentHashMap<String, Flight<V>> flights = new ConcurrentHashMap<>();

  /** Puts a flight on the board unless there is one; returns the one that is there, or null. */
  @Nullable Flight<V> join(String key, Flight<V> flight) {
    return flights.putIfAbsent(key, flight);
  }

  boolean isLoading(String key) {
    return flights.containsKey(key);
  }

  void remove(String key, Flight<V> flight) {
    flights.remove(key, flight);
  }

  void supersede(String key) {
    Flight<V> flight = flights.remove(key);
    if (flight != null) {
      flight.supersede();
    }
  }

  void supersedeAll() {
    flights.keySet().forEach(this::supersede);
  }

  void supersedeTagged(String tag) {
    flights.forEach(
        (key, flight) -> {
          if (flight.hasTag(tag)) {
            supersede(key);
          }
        });
  }
}
