package org.cairncache.chain;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a near level from being filled with what is no longer so. Whoever asks the far level for a
 * key takes a ticket before and hands it in after; what has become of the key meanwhile decides
 * what is done to the near level, and nobody else touches the key there while that is done. Only
 * keys that are being asked for take up room. Thread-safe.
 *
 * @param <K> the type of keys
 */
final class Fills<K> {
  private final ConcurrentMap<K, Ticket> latest = new ConcurrentHashMap<>();

  /**
   * What was known of a key when somebody began to ask for it.
   *
   * @param open how many tickets for the key are out
   * @param changes how often it was changed since the first of them
   * @param fills how often an answer was taken over
   */
  record Ticket(int open, int changes, int fills) {
    private static final Ticket FIRST = new Ticket(1, 0, 0);

    private Ticket one(int moreOpen, int moreChanges, int moreFills) {
      return new Ticket(open + moreOpen, changes + moreChanges, fills + moreFills);
    }

    private @Nullable Ticket closed() {
      return open == 1 ? null : one(-1, 0, 0);
    }
  }

  /** What is done with the answer to a read. */
  interface Answer {
    /** Nobody else has changed or taken over anything meanwhile: it may be taken over. */
    void alone();

    /** Somebody has: what is kept now may be older than the answer, or newer. */
    void notAlone();
  }

  /** Before the far level is asked, and before the time is taken that the answer is as old as. */
  Ticket begin(K key) {
    return latest.compute(key, (same, now) -> now == null ? Ticket.FIRST : now.one(1, 0, 0));
  }

  /** After a read, which does with its answer what it may. */
  void read(K key, Ticket ticket, Answer answer) {
    end(
        key,
        now -> {
          if (now.changes != ticket.changes || now.fills != ticket.fills) {
            answer.notAlone();
            return now;
          }
          answer.alone();
          return now.one(0, 0, 1);
        });
  }

  /** After a read that has no answer, or one that says nothing. */
  void giveUp(K key) {
    end(key, now -> now);
  }

  /** After a write: one of both is run, the first if nothing else has changed the key meanwhile. */
  void wrote(K key, Ticket ticket, Runnable alone, Runnable notAlone) {
    end(
        key,
        now -> {
          (now.changes == ticket.changes ? alone : notAlone).run();
          return now.one(0, 1, 0);
        });
  }

  private void end(K key, UnaryOperator<Ticket> action) {
    latest.computeIfPresent(key, (same, now) -> action.apply(now).closed());
  }

  /** What is being asked now may be behind what is known since. */
  void outdated(K key) {
    latest.computeIfPresent(key, (same, now) -> now.one(0, 1, 0));
  }

  /** Somebody else changed the key; the drop is run. */
  void changed(K key, Runnable drop) {
    latest.compute(
        key,
        (same, now) -> {
          drop.run();
          return now == null ? null : now.one(0, 1, 0);
        });
  }

  /** Anything may have been changed; the drop of everything is run. */
  void allChanged(Runnable drop) {
    for (K key : latest.keySet()) {
      latest.computeIfPresent(key, (same, now) -> now.one(0, 1, 0));
    }
    drop.run();
  }
}
