package org.cairncache.file;

import java.time.Duration;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreContext;

/**
 * What can be set for caches in files.
 *
 * @param durable whether an entry is on the disk before the call that writes it returns
 * @param maximumBytes how long the files of a cache may be together
 * @param maximumEntries how many there may be
 * @param sweepPeriod how often the directory is swept
 */
record FileSettings(boolean durable, long maximumBytes, long maximumEntries, Duration sweepPeriod) {
  static final Setting<Boolean> DURABLE =
      new Setting<>(
          "durable",
          Boolean.class,
          "Whether an entry survives a loss of power once the call that wrote it has returned"
              + " (fsync of file and directory); false by default: then it survives the end of the"
              + " process, however that ends.");

  static final Setting<Long> MAXIMUM_BYTES =
      new Setting<>(
          "maximum-bytes",
          Long.class,
          "How much the files of the cache may take together, at least 0; a sweep deletes those"
              + " written or touched longest ago. Unbounded by default.");

  static final Setting<Duration> SWEEP_PERIOD =
      new Setting<>(
          "sweep-period",
          Duration.class,
          "How often the directory is swept of what killed processes left and of what is beyond the"
              + " bounds, at least 1 ms; 1 minute by default.");

  static FileSettings of(StoreContext<?, ?> context) {
    Settings settings = context.settings();
    return new FileSettings(
        settings.get(DURABLE).orElse(false),
        bound(context, MAXIMUM_BYTES),
        bound(context, Settings.MAXIMUM_SIZE),
        period(context));
  }

  boolean isBounded() {
    return maximumBytes < Long.MAX_VALUE || maximumEntries < Long.MAX_VALUE;
  }

  private static Duration period(StoreContext<?, ?> context) {
    Duration period = context.settings().get(SWEEP_PERIOD).orElse(Duration.ofMinutes(1));
    if (period.toMillis() < 1) {
      throw wrong(context, SWEEP_PERIOD, "1 ms", period);
    }
    return period;
  }

  private static long bound(StoreContext<?, ?> context, Setting<Long> setting) {
    long value = context.settings().get(setting).orElse(Long.MAX_VALUE);
    if (value < 0) {
      throw wrong(context, setting, "0", value);
    }
    return value;
  }

  private static IllegalArgumentException wrong(
      StoreContext<?, ?> context, Setting<?> setting, String least, Object value) {
    return new IllegalArgumentException(
        "Cache \""
            + context.cacheName()
            + "\": "
            + setting.name()
            + " must be at least "
            + least
            + ", not "
            + value);
  }
}
