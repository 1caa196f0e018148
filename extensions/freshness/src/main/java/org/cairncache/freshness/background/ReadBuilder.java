package org.cairncache.freshness.background;

import java.time.Duration;
import org.cairncache.CairnCache;

/**
 * How a value that another process writes is mirrored. Not thread-safe; what it builds is.
 *
 * @param <V> the type of the value
 */
public final class ReadBuilder<V> extends BackgroundBuilder<V, ReadBuilder<V>> {
  private Duration patience = Duration.ofSeconds(1);
  private boolean notices = true;

  ReadBuilder(CairnCache<String, V> cache) {
    super(cache);
  }

  @Override
  ReadBuilder<V> self() {
    return this;
  }

  /**
   * How long a call waits where the mirror has nothing, once: at the start, or after what it had
   * has expired, until the store has been looked into. Zero: not at all. Default: a second.
   */
  public ReadBuilder<V> patience(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("patience must not be negative, but is " + time);
    }
    patience = time;
    return this;
  }

  /**
   * Whether to look at once when the store tells that the value was written (the default), or only
   * when it is time. Where stores tell of changes, as Redis does, they tell of those of all entries
   * in the cache: keep such values in a cache of their own.
   */
  public ReadBuilder<V> notices(boolean heard) {
    notices = heard;
    return this;
  }

  /** Starts to mirror; does not wait for the first look. */
  public Mirror<V> build() {
    return Mirror.start(plan(), patience.toMillis(), notices);
  }
}
