package org.cairncache.spi;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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

  /** An http or https URI of a host, without a user; null if none is set. */
  public @Nullable URI endpoint(Setting<URI> setting) {
    URI endpoint = context.settings().get(setting).orElse(null);
    if (endpoint != null
        && (endpoint.getHost() == null
            || endpoint.getRawUserInfo() != null
            || endpoint.getScheme() == null
            || !endpoint.getScheme().matches("https?"))) {
      // It may have a password in it, so it is not repeated.
      throw wrong(setting, "http://host:port or https://host:port", "what was given");
    }
    return endpoint;
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
