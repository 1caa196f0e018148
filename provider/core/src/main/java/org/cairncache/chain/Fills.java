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
   * @param news how often it was changed, or an answer taken over, since the first of them
   */
  record Ticket(int open, int news) {
    private static final Ticket FIRST = new Ticket(1, 0);

    private Ticket opened() {
      return new Ticket(open + 1, news);
    }

    private @Nullable Ticket closed() {
      return open == 1 ? null : new Ticket(open - 1, news);
    }

    private Ticket withNews() {
      return new Ticket(open, news + 1);
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
    return latest.compute(key, (same, now) -> now == null ? Ticket.FIRST : now.opened());
  }

  /** After a read, which does with its answer what it may. */
  void read(K key, Ticket ticket, Answer answer) {
    end(
        key,
        now -> {
          if (now.news != ticket.news) {
            answer.notAlone();
            return now;
          }
          answer.alone();
          return now.withNews();
        });
  }

  /** After a read that has no answer, or one that says nothing. */
  void giveUp(K key) {
    end(key, now -> now);
  }

  /** After a write: one of both is run, the first if nobody else did anything meanwhile. */
  void wrote(K key, Ticket ticket, Runnable alone, Runnable notAlone) {
    end(
        key,
        now -> {
          (now.news == ticket.news ? alone : notAlone).run();
          return now.withNews();
        });
  }

  private void end(K key, UnaryOperator<Ticket> action) {
    latest.computeIfPresent(key, (same, now) -> action.apply(now).closed());
  }

  /** What is being asked now may be behind what is known since. */
  void outdated(K key) {
    latest.computeIfPresent(key, (same, now) -> now.withNews());
  }

  /** Somebody else changed the key; the drop is run. */
  void changed(K key, Runnable drop) {
    latest.compute(
        key,
        (same, now) -> {
          drop.run();
          return now == null ? null : now.withNews();
        });
  }

  /** Anything may have been changed; the drop of everything is run. */
  void allChanged(Runnable drop) {
    for (K key : latest.keySet()) {
      latest.computeIfPresent(key, (same, now) -> now.withNews());
    }
    drop.run();
  }
}
