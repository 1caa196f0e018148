package org.cairncache.spi;

import java.time.Duration;

/**
 * Reads settings of one cache that have bounds, for stores. What is out of them is an {@link
 * IllegalArgumentException} that names the cache, the setting, its bounds and the value.
 */
public record BoundedSettings(StoreContext<?, ?> context) {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** A time from 1 ms to 1 h. */
  public Duration duration(Setting<Duration> setting, Duration standard) {
    Duration value = context.settings().get(setting).orElse(standard);
    if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
      throw wrong(setting, "from 1 ms to 1 h", value);
    }
    return value;
  }

  /** A number from the least to the most, both included. */
  public int number(Setting<Long> setting, int least, int most, int standard) {
    long value = context.settings().get(setting).orElse((long) standard);
    if (value < least || value > most) {
      throw wrong(setting, "from " + least + " to " + most, value);
    }
    return (int) value;
  }

  /**
   * What to throw for a value that must be something else.
   *
   * @param bounds what it must be, after "must be"
   * @param value what it is, or words for it where it may be secret
   */
  public IllegalArgumentException wrong(Setting<?> setting, String bounds, Object value) {
    return new IllegalArgumentException(
        "Cache \""
            + context.cacheName()
            + "\": "
            + setting.name()
            + " must be "
            + bounds
            + ", not "
            + value);
  }
}
