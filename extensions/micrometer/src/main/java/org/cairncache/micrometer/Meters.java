package org.cairncache.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;

/** A registry, and the tags that all meters have in common. Thread-safe. */
record Meters(MeterRegistry registry, Tags common) {
  Meters tagged(String... more) {
    return new Meters(registry, common.and(more));
  }

  Counter counter(String name, String description, String... tags) {
    return Counter.builder(name).description(description).tags(common.and(tags)).register(registry);
  }

  Timer timer(String name, String description, String... tags) {
    return Timer.builder(name).description(description).tags(common.and(tags)).register(registry);
  }

  /** A constant as the value of a tag: {@code stale-on-error}. */
  static String tag(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
