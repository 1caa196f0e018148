package org.cairncache.jcache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts exactly, mostly without an atomic increment, which costs more than a get on the heap: a
 * thread writes to a cell that nobody else writes to, as long as there are cells. Thread-safe.
 */
final class Counters {
  /** What is counted. */
  enum Kind {
    HIT(0),
    MISS(1),
    PUT(2),
    REMOVAL(3),
    EVICTION(4);

    private final int place;

    Kind(int place) {
      this.place = place;
    }
  }

  /** So many operations of a thread are timed, those that come first. */
  static final int ALWAYS_TIMED = 64;

  /**
   * And of those after them one in so many: a prime, or of operations that take turns one kind
   * would never have its turn.
   */
  static final int TIMED_ONE_IN = 127;

  private static final int KINDS = Kind.values().length;
  private static final int CELLS =
      Integer.highestOneBit(4 * Math.max(4, Runtime.getRuntime().availableProcessors()));

  // Written with the lock held and read without: a thread always sees the cell that it put there,
  // and what it sees of another's is asked again with the lock.
  private final @Nullable Cell[] cells = new Cell[CELLS];
  // What threads without a cell count, and what cells held whose threads have ended.
  private final LongAdder[] others =
      Stream.generate(LongAdder::new).limit(KINDS).toArray(LongAdder[]::new);

  /** Counts one. */
  void add(Kind kind) {
    add(kind, 1);
  }

  /** Counts so many at once. */
  void add(Kind kind, long count) {
    Cell cell = own();
    if (cell == null) {
      others[kind.place].add(count);
    } else {
      cell.add(kind, count);
    }
  }

  /** The cell of this thread, for as long as a call of its own; null where there is none left. */
  @Nullable Cell own() {
    Thread caller = Thread.currentThread();
    int place = System.identityHashCode(caller) & (CELLS - 1);
    Cell cell = cells[place];
    return cell != null && cell.refersTo(caller) ? cell : claim(place, cell, caller);
  }

  private @Nullable Cell claim(int place, @Nullable Cell there, Thread caller) {
    return there == null || there.isAbandoned() ? replace(place, caller) : null;
  }

  private synchronized @Nullable Cell replace(int place, Thread caller) {
    Cell there = cells[place];
    if (there != null) {
      if (!there.isAbandoned()) {
        return null;
      }
      for (Kind kind : Kind.values()) {
        others[kind.place].add(there.count(kind));
      }
    }
    Cell own = new Cell(caller);
    cells[place] = own;
    return own;
  }

  /** How many were counted, but for those being counted now. */
  synchronized long sum(Kind kind) {
    long sum = others[kind.place].sum();
    for (Cell cell : cells) {
      sum += cell == null ? 0 : cell.count(kind);
    }
    return sum;
  }

  /** The counts of one thread, which alone writes to them. */
  static final class Cell extends WeakReference<Thread> {
    private static final VarHandle COUNTS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int PADDING = 16; // two cache lines of longs: those around are not ours
    private static final int TIMED = PADDING + KINDS;
    private static final int UNTIMED = TIMED + 1;

    private final long[] counts = new long[UNTIMED + 1 + PADDING];

    private Cell(Thread owner) {
      super(owner);
    }

    private boolean isAbandoned() {
      Thread thread = get();
      return thread == null || !thread.isAlive(); // its last count happened before that is seen
    }

    /** Whether what its thread does next is to be timed; for that thread alone. */
    boolean isTimed() {
      return counts[UNTIMED] <= 0;
    }

    /** Whether what its thread does now is to be timed, and if so, sees to the next; likewise. */
    boolean takeTime() {
      if (!isTimed()) {
        return false;
      }
      counts[UNTIMED] = ++counts[TIMED] < ALWAYS_TIMED ? 0 : TIMED_ONE_IN;
      return true;
    }

    void add(Kind kind, long count) {
      counts[UNTIMED]--;
      int place = PADDING + kind.place;
      COUNTS.setOpaque(counts, place, counts[place] + count);
    }

    private long count(Kind kind) {
      return (long) COUNTS.getOpaque(counts, PADDING + kind.place);
    }
  }
}
