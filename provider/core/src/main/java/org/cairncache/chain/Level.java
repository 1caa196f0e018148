package org.cairncache.chain;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A near level and how long it goes by what it has: an answer of the level under it is good for the
 * {@code ttl}, counted from before that was asked, and is kept for as long again, to be asked about
 * by its version or to serve while that level fails. Thread-safe.
 */
final class Level<K, V> {
  private final Near<K, V> near;
  private final Store<K, V> far;
  private final long ttlMillis;
  private final InstantSource clock;
  private final CoarseClock coarse;
  private final Fills<K> fills = new Fills<>();

  /**
   * For one level.
   *
   * @param far the level under it, whose clock the entries' own deadlines go by
   */
  Level(Near<K, V> near, Store<K, V> far, Duration ttl, InstantSource clock, CoarseClock coarse) {
    this.near = near;
    this.far = far;
    this.ttlMillis = ttl.toMillis();
    this.clock = clock;
    this.coarse = coarse;
  }

  /** A request to the level under this one, from before it was made until its answer is heard. */
  record Request(Fills.Ticket ticket, long madeAtMillis) {}

  /** What is kept for the key, of whatever age; null if nothing is. */
  @Nullable Stored<Stored<V>> find(K key) {
    return near.find(key);
  }

  Map<K, Stored<Stored<V>>> findAll(Set<? extends K> keys) {
    return near.findAll(keys);
  }

  /**
   * Whether what is kept may be given out. No clock is read for an entry that lives for ever: that
   * would cost several times what finding it does.
   */
  boolean isGood(Stored<Stored<V>> kept) {
    Stored<V> entry = entry(kept);
    if (entry == null) {
      return false;
    }
    if (entry.expiresAtMillis() == Lifetime.NEVER) {
      return goodUntil(kept) > coarse.millis();
    }
    long now = clock.millis();
    return goodUntil(kept) > now && isLive(entry, now);
  }

  /** The entry that is kept, if it is good for anything: to be given out, or asked about. */
  @Nullable Stored<V> usable(@Nullable Stored<Stored<V>> kept) {
    Stored<V> entry = kept == null ? null : entry(kept);
    return entry != null && isLive(entry, clock.millis()) ? entry : null;
  }

  private @Nullable Stored<V> entry(Stored<Stored<V>> kept) {
    Stored<V> entry = kept.isReadable() ? kept.value() : null;
    return entry != null && entry.isReadable() ? entry : null;
  }

  private boolean isLive(Stored<V> entry, long now) {
    return entry.expiresAtMillis() == Lifetime.NEVER
        || !entry.isExpiredAt(now + far.clockOffsetMillis());
  }

  /** Until when what is kept is good, by the clock of this process. */
  long goodUntil(Stored<Stored<V>> kept) {
    return kept.expiresAtMillis() - near.clockOffsetMillis() - ttlMillis;
  }

  /** How long ago what is kept was asked for, at the least. */
  Duration age(Stored<Stored<V>> kept) {
    return Duration.ofMillis(Math.max(0, clock.millis() - (goodUntil(kept) - ttlMillis)));
  }

  private long deadline(long goodUntilMillis) {
    return goodUntilMillis + near.clockOffsetMillis() + ttlMillis;
  }

  /** Before the level under this one is asked, or told; one of the methods below must follow. */
  Request request(K key) {
    Fills.Ticket ticket = fills.begin(key);
    return new Request(ticket, clock.millis());
  }

  /** There was no answer to a read. */
  void unanswered(K key) {
    fills.giveUp(key);
  }

  /**
   * Keeps what a read was answered, as far as it may.
   *
   * @param kept what was kept before the request
   */
  void answered(K key, Request request, @Nullable Stored<Stored<V>> kept, Reading<V> reading) {
    Stored<V> entry = reading.entry();
    long goodUntil = Math.min(request.madeAtMillis + ttlMillis, reading.goodUntilMillis());
    if (entry == null) {
      fills.read(key, request.ticket, new Forgetting(key, kept != null));
    } else if (entry.isReadable()
        && goodUntil > request.madeAtMillis
        && isLive(entry, request.madeAtMillis)) {
      fills.read(key, request.ticket, new Taking(key, kept, entry, deadline(goodUntil)));
    } else {
      fills.giveUp(key);
    }
  }

  /** Takes an answer over. */
  private final class Taking implements Fills.Answer {
    private final K key;
    private final @Nullable Stored<Stored<V>> kept;
    private final Stored<V> entry;
    private final long deadlineMillis;

    Taking(K key, @Nullable Stored<Stored<V>> kept, Stored<V> entry, long deadlineMillis) {
      this.key = key;
      this.kept = kept;
      this.entry = entry;
      this.deadlineMillis = deadlineMillis;
    }

    @Override
    public void alone() {
      if (kept != null && kept.isReadable() && kept.value() == entry) {
        near.renew(key, kept, deadlineMillis);
      } else {
        near.fill(key, kept, entry, deadlineMillis);
      }
    }

    /** Of two answers that differ nobody knows which is the later. */
    @Override
    public void second() {
      if (near.contradicts(key, entry)) {
        near.forget(key);
      }
    }
  }

  /** Gives up what is no longer there. */
  private final class Forgetting implements Fills.Answer {
    private final K key;
    private final boolean wasKept;

    Forgetting(K key, boolean wasKept) {
      this.key = key;
      this.wasKept = wasKept;
    }

    @Override
    public void alone() {
      if (wasKept) {
        near.forget(key);
      }
    }

    @Override
    public void second() {
      near.forget(key);
    }
  }

  /** Keeps in step with a write; null if nobody knows what is there now, or nothing is. */
  void wrote(K key, Request request, @Nullable Stored<V> written) {
    long deadline = deadline(request.madeAtMillis + ttlMillis);
    fills.wrote(
        key,
        request.ticket,
        () -> {
          if (written == null) {
            near.drop(key);
          } else {
            near.wrote(key, written, deadline);
          }
        },
        () -> near.drop(key));
  }

  /** Keeps in step with a deadline that was moved. */
  void touched(K key, Request request, Stored<V> before, Stored<V> after) {
    long deadline = deadline(request.madeAtMillis + ttlMillis);
    fills.wrote(
        key,
        request.ticket,
        () -> near.touched(key, before, after, deadline),
        () -> near.drop(key));
  }

  /** Drops what the level that decides has otherwise: nobody who saw that sees this again. */
  void learned(K key, @Nullable Stored<V> latest) {
    fills.outdated(key);
    if (near.contradicts(key, latest)) {
      changedElsewhere(key);
    }
  }

  void changedElsewhere(K key) {
    fills.changed(key, () -> near.forget(key));
  }

  void cleared() {
    fills.allChanged(near::clear);
  }

  void destroyed() {
    fills.allChanged(near::destroy);
  }

  /** Whether keeping in step may wait for a disk or a network. */
  boolean blocks() {
    return near.blocks();
  }

  /** Drops what is no longer good for anything. */
  void sweep() {
    near.sweep(clock.millis() + near.clockOffsetMillis());
  }

  void close() {
    near.close();
  }
}
