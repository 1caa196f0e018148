package org.cairncache.examples.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The slow source that the cache stands before: the time zone rules of the JDK, as if they were far
 * away. It counts its calls, and can be broken and mended. Thread-safe.
 */
@ApplicationScoped
public class TimeSource {
  private static final long SLOW_MILLIS = 400;

  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean broken;

  /**
   * The time in a city. Takes 400 ms.
   *
   * @throws SourceBrokenException if it is broken, after as long
   */
  CityTime ask(City city) {
    int call = calls.incrementAndGet();
    answerSlowly();
    Instant now = Instant.now();
    ZoneRules rules = ZoneId.of(city.id()).getRules();
    ZoneOffsetTransition next = rules.nextTransition(now);
    return new CityTime(
        OffsetDateTime.ofInstant(now, rules.getOffset(now)),
        rules.isDaylightSavings(now),
        next == null ? null : next.getInstant().atOffset(next.getOffsetAfter()),
        call);
  }

  /** In how many of the cities it is summer time. Takes as long, and is not counted. */
  SummerTime summerTime(Collection<City> cities) {
    answerSlowly();
    Instant now = Instant.now();
    long ahead =
        cities.stream()
            .filter(city -> ZoneId.of(city.id()).getRules().isDaylightSavings(now))
            .count();
    return new SummerTime(ahead, cities.size(), now);
  }

  /** Where the clocks are changed next. Takes as long, and is not counted. */
  NextChange nextChange(Collection<City> cities) {
    answerSlowly();
    Instant now = Instant.now();
    return cities.stream()
        .flatMap(city -> NextChange.of(city, now).stream())
        .min(NextChange.SOONEST)
        .orElseThrow();
  }

  /** How often {@link #ask} was called. */
  int calls() {
    return calls.get();
  }

  boolean isBroken() {
    return broken;
  }

  /** Breaks it, or mends it. */
  void setBroken(boolean broken) {
    this.broken = broken;
  }

  private void answerSlowly() {
    try {
      Thread.sleep(SLOW_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (broken) {
      throw new SourceBrokenException();
    }
  }
}
