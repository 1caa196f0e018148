package org.cairncache.chain;

import org.cairncache.spi.Attributes;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the far level as a near one keeps it and gives it out: one object, since each more
 * that a near hit touches is felt. Thread-safe.
 */
class NearEntry<V> extends Stored<V> {
  private final Stored<V> origin;
  // The origin's, so that a hit touches this object alone.
  private final long expiresAtMillis;
  // Not final: grows when the far level still has the entry.
  private volatile long goodUntilMillis;

  /**
   * Keeps an entry.
   *
   * @param entry as the far level gave it
   * @param goodUntilMillis by the clock of this process
   */
  NearEntry(Stored<V> entry, long goodUntilMillis) {
    super(entry.isReadable() ? entry.value() : null);
    this.origin = origin(entry);
    this.expiresAtMillis = entry.expiresAtMillis();
    this.goodUntilMillis = goodUntilMillis;
  }

  /** The entry as the level that decides gave it: what a level under this one can compare. */
  static <V> Stored<V> origin(Stored<V> entry) {
    return entry instanceof NearEntry<V> near ? near.origin : entry;
  }

  /** Likewise, of null too. */
  static <V> @Nullable Stored<V> originOrNull(@Nullable Stored<V> entry) {
    return entry == null ? null : origin(entry);
  }

  @Override
  public final boolean isNull() {
    return origin.isNull();
  }

  @Override
  public final Stored<V> origin() {
    return origin;
  }

  /** Until when it may be given out unasked, by the clock of this process. */
  final long goodUntilMillis() {
    return goodUntilMillis;
  }

  final void goodUntil(long laterMillis) {
    goodUntilMillis = laterMillis;
  }

  @Override
  public final long expiresAtMillis() {
    return expiresAtMillis;
  }

  @Override
  public final long writtenAtMillis() {
    return origin.writtenAtMillis();
  }

  @Override
  public final long freshUntilMillis() {
    return origin.freshUntilMillis();
  }

  @Override
  public final Attributes attributes() {
    return origin.attributes();
  }

  @Override
  public final boolean isSameEntry(Stored<?> other) {
    return origin.isSameEntry(other.origin());
  }

  @Override
  public final byte @Nullable [] token() {
    return origin.token();
  }
}
