package org.cairncache.examples.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.cache.annotation.CacheDefaults;
import org.cairncache.cdi.BackgroundReader;
import org.cairncache.cdi.BackgroundRefresh;
import org.cairncache.cdi.BackgroundWriter;
import org.cairncache.freshness.background.Mirror;
import org.jspecify.annotations.Nullable;

/** What is known of all cities together. It is there before anybody asks. Thread-safe. */
@ApplicationScoped
@CacheDefaults(cacheName = "world")
public class World {
  @Inject private TimeSource source;
  @Inject private Cities cities;

  @Inject
  @BackgroundReader(key = "next-change", every = "1s")
  private Mirror<NextChange> nextChange;

  /** In how many it is summer time. Each process counts every ten seconds. */
  @BackgroundRefresh(key = "summer-time", every = "10s", ttl = "10m")
  public SummerTime summerTime() {
    return source.summerTime(cities.all());
  }

  /** Where the clocks are changed next. One process of all that share the store looks. */
  @BackgroundWriter(key = "next-change", every = "5s", ttl = "10m", lease = "5s")
  public NextChange findNextChange() {
    return source.nextChange(cities.all());
  }

  /** What that process found; null before the first time. To get it reads a field. */
  @Nullable NextChange nextChange() {
    return nextChange.get();
  }
}
