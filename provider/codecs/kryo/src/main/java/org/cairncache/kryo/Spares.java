package org.cairncache.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.util.Pool;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each Kryo for the next who needs one, as to make one takes as long as a hundred copies.
 * Most threads find theirs at a place of their own, for the price of two atomic exchanges; those
 * that meet there go on to a {@link Pool}, whose lock costs a fifth of a small copy. Thread-safe.
 */
final class Spares {
  private static final int PLACES = 16; // a power of two
  private static final int APART = 32; // references: two cache lines, so that places share none

  private final AtomicReferenceArray<@Nullable Kryo> places =
      new AtomicReferenceArray<>(PLACES * APART);
  private final Pool<Kryo> others;

  /** Keeps what {@code maker} makes when there is none left; at most 32 of them. */
  Spares(Supplier<Kryo> maker) {
    others =
        new Pool<>(true, false, PLACES) {
          @Override
          protected Kryo create() {
            return maker.get();
          }
        };
  }

  /** One that nobody else has, until it is given back or forgotten. */
  Kryo take() {
    Kryo own = places.getAndSet(place(), null);
    return own == null ? others.obtain() : own;
  }

  /** Gives one back that works; one that has failed is better forgotten. */
  void giveBack(Kryo kryo) {
    if (!places.compareAndSet(place(), null, kryo)) {
      others.free(kryo);
    }
  }

  private static int place() {
    return (int) (Thread.currentThread().getId() & (PLACES - 1)) * APART;
  }
}
