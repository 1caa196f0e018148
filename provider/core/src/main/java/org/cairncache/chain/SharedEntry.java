package org.cairncache.chain;

import org.cairncache.spi.Stored;

/** An entry that was found in a shared near level, with what stands there for it. Thread-safe. */
final class SharedEntry<V> extends NearEntry<V> {
  private final Stored<Stored<V>> kept;

  SharedEntry(Stored<Stored<V>> kept, long goodUntilMillis) {
    super(kept.isReadable() ? kept.value() : new Dropped<>(), goodUntilMillis);
    this.kept = kept;
  }

  /** The near level's own token. */
  Stored<Stored<V>> kept() {
    return kept;
  }

  /** Whether it stands there for an entry that was changed in the far level. */
  boolean isDropped() {
    return kept.isReadable() && !Level.isContent(this);
  }
}
