package org.cairncache.jcache;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The loads under way, at most one for each key that newcomers may join. A change of the key takes
 * its load off the board: who comes later must not get what was loaded before, and what was loaded
 * before must not be stored over the change. Thread-safe.
 */
final class Flights<K, V> {
  private final ConcurrentHashMap<K, Flight<V>> board = new ConcurrentHashMap<>();

  /** Puts a new load on the board unless there is one; returns the one that is there, or null. */
  @Nullable Flight<V> board(K key, Flight<V> flight) {
    return board.putIfAbsent(key, flight);
  }

  /** Whether nothing has changed the key since this load began. */
  boolean isCurrent(K key, Flight<V> flight) {
    return board.get(key) == flight;
  }

  void remove(K key, Flight<V> flight) {
    board.remove(key, flight);
  }

  /** The key was changed or removed. */
  void supersede(K key) {
    if (!board.isEmpty()) {
      board.remove(key);
    }
  }

  /** Every key was removed. */
  void supersedeAll() {
    board.clear();
  }
}
