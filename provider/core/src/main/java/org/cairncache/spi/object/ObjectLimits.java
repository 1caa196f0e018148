package org.cairncache.spi.object;

import java.time.Duration;
import java.util.List;
import org.cairncache.spi.BoundedSettings;
import org.cairncache.spi.Setting;

/**
 * How long requests may take, and how many there may be.
 *
 * @param requestTimeout of one request with its body
 * @param connectTimeout until there is a connection for it
 * @param parallel how many requests may be under way at once
 */
public record ObjectLimits(Duration requestTimeout, Duration connectTimeout, int parallel) {
  private static final Setting<Duration> REQUEST_TIMEOUT =
      new Setting<>(
          "request-timeout",
          Duration.class,
          "How long one request may take with its body, from 1 ms to 1 h; 10 s by default. With it an"
              + " operation on one key ends within three times as long.");

  private static final Setting<Duration> CONNECT_TIMEOUT =
      new Setting<>(
          "connect-timeout",
          Duration.class,
          "How long it may take to connect, or to get one of the connections that"
              + " maximum-parallel-requests allows, from 1 ms to 1 h; 2 s by default.");

  private static final Setting<Long> PARALLEL =
      new Setting<>(
          "maximum-parallel-requests",
          Long.class,
          "How many requests may be under way at once, and how many connections there are, from 1 to"
              + " 1,000; 50 by default. Operations on many keys send so many at a time.");

  private static final int MOST_PARALLEL = 1_000;

  /** The settings that they are read from. */
  static List<Setting<?>> all() {
    return List.of(REQUEST_TIMEOUT, CONNECT_TIMEOUT, PARALLEL);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if one is out of its bounds
   */
  public static ObjectLimits of(BoundedSettings settings) {
    return new ObjectLimits(
        settings.duration(REQUEST_TIMEOUT, Duration.ofSeconds(10)),
        settings.duration(CONNECT_TIMEOUT, Duration.ofSeconds(2)),
        settings.number(PARALLEL, 1, MOST_PARALLEL, 50));
  }
}
