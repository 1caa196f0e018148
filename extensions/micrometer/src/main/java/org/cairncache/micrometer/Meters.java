package org.cairncache.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A registry, and the tags that all meters have in common. Thread-safe. */
record Meters(MeterRegistry registry, Tags common) {
  private static final double SECOND_NANOS = 1e9;

  Meters tagged(String... more) {
    return new Meters(registry, common.and(more));
  }

  Counter counter(String name, String description, String... tags) {
    return Counter.builder(name).description(description).tags(common.and(tags)).register(registry);
  }

  Timer timer(String name, String description, String... tags) {
    return Timer.builder(name).description(description).tags(common.and(tags)).register(registry);
  }

  /** A number that is asked for when it is wanted; it keeps nobody from being collected. */
  <T> void gauge(String name, String description, T of, ToDoubleFunction<T> value) {
    gauge(name, description, null, of, value);
  }

  /** As {@link #gauge}, of a time in seconds, and no number while there is none. */
  <T> void seconds(String name, String description, T of, Function<T, Optional<Duration>> time) {
    gauge(name, description, "seconds", of, each -> seconds(time.apply(each)));
  }

  private <T> void gauge(
      String name, String description, @Nullable String unit, T of, ToDoubleFunction<T> value) {
    Gauge.builder(name, of, value)
        .description(description)
        .baseUnit(unit)
        .tags(common)
        .register(registry);
  }

  private static double seconds(Optional<Duration> time) {
    return time.map(each -> each.getSeconds() + each.getNano() / SECOND_NANOS).orElse(Double.NaN);
  }

  /** A constant as the value of a tag: {@code stale-on-error}. */
  static String tag(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
