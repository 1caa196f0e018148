package org.cairncache.spi.encoded;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lease;
import org.cairncache.spi.Leases;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Outcome;
import org.cairncache.spi.Replacement;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Leases that lie among the entries: envelopes without a payload, set by the compare-and-set that
 * entries are set by. The stamp says whose one is, the deadline until when. Thread-safe.
 */
final class EncodedLeases<K> implements Leases<K> {
  /** With what the key of a lease begins, which no text of a cache's key does. */
  static final String PREFIX = CacheHeader.KEY + "lease:";

  /** How long past its deadline a lease is left alone, for clocks that differ. */
  static final long GRACE_MILLIS = 2_000;

  private static final String CODEC = "cairn.lease";

  private final Store<String, byte[]> bytes;
  private final KeyText<K> keys;
  private final Supplier<InstantSource> clock;
  private final long durationMillis;

  EncodedLeases(
      Store<String, byte[]> bytes,
      KeyText<K> keys,
      Supplier<InstantSource> clock,
      Duration duration) {
    this.bytes = bytes;
    this.keys = keys;
    this.clock = clock;
    this.durationMillis = duration.toMillis();
  }

  @Override
  public @Nullable Lease tryTake(K key) {
    EncodedLease lease = new EncodedLease(textOf(key));
    return lease.set(null) || lease.takeOver() ? lease : null;
  }

  @Override
  public Map<K, Lease> tryTakeAll(Collection<? extends K> wanted) {
    Map<String, K> byText = new HashMap<>();
    Map<String, EncodedLease> leases = new HashMap<>();
    Map<String, Replacement<byte[]>> requests = new HashMap<>();
    for (K key : wanted) {
      EncodedLease lease = new EncodedLease(textOf(key));
      byText.put(lease.text, key);
      leases.put(lease.text, lease);
      Lifetime lifetime = lease.begin();
      requests.put(
          lease.text,
          new Replacement<>(null, envelope(lease.text, lifetime), lifetime, Attributes.NONE));
    }
    Map<String, Outcome<byte[]>> outcomes = bytes.replaceAll(requests);
    Map<K, Lease> taken = new HashMap<>();
    StoreException failure = null;
    for (EncodedLease lease : leases.values()) {
      Outcome<byte[]> outcome = outcomes.get(lease.text);
      if (outcome instanceof Outcome.Failed<byte[]> failed) {
        failure = failed.cause();
      } else if (lease.accept(outcome)) {
        taken.put(byText.get(lease.text), lease);
      }
    }
    if (failure != null) {
      giveBack(taken.values(), failure);
      throw failure;
    }
    return taken;
  }

  private static void giveBack(Collection<Lease> leases, StoreException failure) {
    for (Lease lease : leases) {
      try {
        lease.release();
      } catch (StoreException second) {
        failure.addSuppressed(second);
      }
    }
  }

  @Override
  public Comparator<? super K> order() {
    return Comparator.comparing(keys::of);
  }

  private String textOf(K key) {
    return PREFIX + keys.of(key);
  }

  private static byte[] envelope(String text, Lifetime lifetime) {
    long stamp = ThreadLocalRandom.current().nextLong();
    return Envelope.seal(
        new Envelope.Contents(text, stamp, lifetime, Attributes.NONE, CODEC, 0, 0, 0),
        0,
        (around, target, start) -> {});
  }

  /**
   * One that was taken, or is to be. Its life is measured by both clocks of this process: the one
   * that may be set, and the one that may stand still while the machine sleeps.
   */
  private final class EncodedLease implements Lease {
    private final String text;
    private @Nullable Stored<byte[]> mine;
    private long beganMillis;
    private long beganNanos;

    private EncodedLease(String text) {
      this.text = text;
    }

    private Lifetime begin() {
      beganMillis = clock.get().millis();
      beganNanos = System.nanoTime();
      return Lifetime.until(beganMillis + bytes.clockOffsetMillis() + durationMillis);
    }

    /** Writes the lease in the place of what is expected there; false if it is not. */
    private boolean set(@Nullable Stored<byte[]> expected) {
      Lifetime lifetime = begin();
      Stored<byte[]> next =
          bytes.replace(text, expected, envelope(text, lifetime), lifetime, Attributes.NONE);
      if (next != null) {
        mine = next;
      }
      return next != null;
    }

    private boolean accept(@Nullable Outcome<byte[]> outcome) {
      if (outcome instanceof Outcome.Written<byte[]> written) {
        mine = written.stored();
        return true;
      }
      return takeOver();
    }

    /** Takes a lease whose time is up, or that was given back just now. */
    private boolean takeOver() {
      Stored<byte[]> theirs = bytes.getLatest(text);
      return (theirs == null || isOver(theirs)) && set(theirs);
    }

    // What is damaged has no holder that could tell when its time is up.
    private boolean isOver(Stored<byte[]> theirs) {
      return !theirs.isReadable()
          || Envelope.open(theirs.value()) == null
          || theirs.isExpiredAt(now() - GRACE_MILLIS);
    }

    // By the clock that all processes agree on.
    private long now() {
      return clock.get().millis() + bytes.clockOffsetMillis();
    }

    @Override
    public boolean keep() {
      return isYoung() || renew();
    }

    private boolean isYoung() {
      long passed = clock.get().millis() - beganMillis;
      long ticked = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
      return passed >= 0 && Math.max(passed, ticked) < durationMillis / 2;
    }

    @Override
    public boolean renew() {
      return mine != null && set(mine);
    }

    @Override
    public void release() {
      if (mine != null) {
        bytes.remove(text, mine);
        mine = null;
      }
    }
  }
}
