package org.cairncache.chain;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairncache.spi.CoarseClock;
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
  @Nullable NearEntry<V> find(K key) {
    return near.find(key);
  }

  Map<K, NearEntry<V>> findAll(Set<? extends K> keys) {
    return near.findAll(keys);
  }

  /**
   * Whether what is kept may be given out. The clock itself is not read: that would cost several
   * times what finding the entry does, and who is given an entry looks at its deadline again.
   */
  boolean isGood(NearEntry<V> kept) {
    long now = coarse.millis();
    return kept.goodUntilMillis() > now && isContent(kept) && isLive(kept, now);
  }

  /** The entry that is kept, if it is good for anything: to be given out, or asked about. */
  @Nullable NearEntry<V> usable(@Nullable NearEntry<V> kept) {
    return kept != null && isContent(kept) && isLive(kept, clock.millis()) ? kept : null;
  }

  /** Whether the entry says what the value is; null is one. */
  static boolean isContent(Stored<?> entry) {
    return entry.isReadable() || entry.isNull();
  }

  private boolean isLive(Stored<V> entry, long now) {
    return entry.expiresAtMillis() == Lifetime.NEVER
        || !entry.isExpiredAt(now + far.clockOffsetMillis());
  }

  /** How long ago what is kept was asked for, at the least. */
  Duration age(NearEntry<V> kept) {
    long asked = kept.goodUntilMillis() - ttlMillis;
    return Duration.ofMillis(Math.max(0, clock.millis() - asked));
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
  void answered(K key, Request request, @Nullable NearEntry<V> kept, Reading<V> reading) {
    Stored<V> entry = reading.entry();
    long goodUntil = Math.min(request.madeAtMillis + ttlMillis, reading.goodUntilMillis());
    long now = clock.millis();
    if (reading.isLate()) {
      fills.giveUp(key);
    } else if (entry != null && isContent(entry) && isLive(entry, now) && goodUntil > now) {
      fills.read(key, request.ticket, new Taking(key, kept, entry, goodUntil));
    } else {
      fills.read(key, request.ticket, new Forgetting(key, kept));
    }
  }

  /** Takes an answer over. */
  private final class Taking implements Fills.Answer {
    private final K key;
    private final @Nullable NearEntry<V> kept;
    private final Stored<V> entry;
    private final long goodUntilMillis;

    Taking(K key, @Nullable NearEntry<V> kept, Stored<V> entry, long goodUntilMillis) {
      this.key = key;
      this.kept = kept;
      this.entry = entry;
      this.goodUntilMillis = goodUntilMillis;
    }

    @Override
    public void alone() {
      if (kept != null && kept.origin() == entry.origin()) {
        near.renew(key, kept, goodUntilMillis);
      } else {
        near.fill(key, kept, entry, goodUntilMillis);
      }
    }

    /** Of two entries nobody knows which is the later, and who saw one must not see an older. */
    @Override
    public void notAlone() {
      if (contradicts(key, entry)) {
        near.forget(key);
      }
    }
  }

  /** Gives up what is no longer there, or no longer good. */
  private final class Forgetting implements Fills.Answer {
    private final K key;
    private final @Nullable NearEntry<V> kept;

    Forgetting(K key, @Nullable NearEntry<V> kept) {
      this.key = key;
      this.kept = kept;
    }

    @Override
    public void alone() {
      if (kept != null) {
        near.forget(key);
      }
    }

    @Override
    public void notAlone() {
      near.forget(key);
    }
  }

  private boolean contradicts(K key, @Nullable Stored<V> latest) {
    NearEntry<V> kept = near.find(key);
    return kept != null && isContent(kept) && (latest == null || !kept.isSameEntry(latest));
  }

  /** Keeps in step with a write; null if nobody knows what is there now, or nothing is. */
  void wrote(K key, Request request, @Nullable Stored<V> written) {
    Runnable drop = () -> near.drop(key);
    long goodUntil = request.madeAtMillis + ttlMillis;
    Runnable keep = written == null ? drop : () -> near.wrote(key, written, goodUntil);
    fills.wrote(key, request.ticket, keep, drop);
  }

  /** Keeps in step with a deadline that was moved; the entry is of the same write. */
  void touched(K key, Request request, Stored<V> entry) {
    long goodUntil = request.madeAtMillis + ttlMillis;
    fills.wrote(
        key, request.ticket, () -> near.touched(key, entry, goodUntil), () -> near.drop(key));
  }

  /** Drops what the level that decides has otherwise: nobody who saw that sees this again. */
  void learned(K key, @Nullable Stored<V> latest) {
    fills.outdated(key);
    if (contradicts(key, latest)) {
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

  /** Why it keeps no value of exactly this class; empty if it may, or nobody knows. */
  Optional<String> refusal(Class<?> valueType) {
    return near.refusal(valueType);
  }

  /** Whether keeping in step may wait for a disk or a network. */
  boolean blocks() {
    return near.blocks();
  }

  /** Drops what is no longer good for anything. */
  void sweep() {
    near.sweep(clock.millis());
  }

  void close() {
    near.close();
  }
}
