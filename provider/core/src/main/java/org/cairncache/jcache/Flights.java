package org.cairncache.jcache;

import org.jspecify.annotations.Nullable;

/**
 * The loads under way, at most one for each key that newcomers may join. A change of the key takes
 * its load off the board: who comes later must not get what was loaded before, and what was loaded
 * before must not be stored over the change. Thread-safe.
 */
final class Flights<K, V> {
  private final Board<K, Flight<K, V>> board = new Board<>();
  private volatile boolean closed;

  /**
   * Puts a new load on the board unless there is one; returns the one that is there, or null.
   *
   * @throws IllegalStateException if the cache was closed meanwhile
   */
  @Nullable Flight<K, V> board(Flight<K, V> flight) {
    Flight<K, V> there = board.putIfAbsent(flight);
    if (closed) {
      close();
      throw closed();
    }
    return there;
  }

  /** Whether nothing has changed the key since this load began. */
  boolean isCurrent(Flight<K, V> flight) {
    return board.get(flight.key) == flight;
  }

  void remove(Flight<K, V> flight) {
    board.remove(flight);
  }

  /** The key was changed or removed. */
  void supersede(K key) {
    board.remove(key);
  }

  /** Every key was removed. */
  void supersedeAll() {
    board.clear(flight -> {});
  }

  /** Nothing that is being loaded will be stored, and nobody waits for it any longer. */
  void close() {
    closed = true;
    board.clear(flight -> flight.crash(closed()));
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("The cache was closed while it was loading");
  }
}
