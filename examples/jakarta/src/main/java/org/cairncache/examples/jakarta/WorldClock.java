package org.cairncache.examples.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import org.cairncache.cdi.Freshness;
import org.cairncache.cdi.InvalidateTags;
import org.cairncache.cdi.KeyTemplate;

/** The time in the cities of the world, a little behind, but there at once. Thread-safe. */
@ApplicationScoped
@CacheDefaults(cacheName = "times")
public class WorldClock {
  /** How long an answer is fresh. */
  static final String TTL = "5s";

  /** How long after that it is served while it is refreshed. */
  static final String STALE = "5s";

  /** How long after that it is served if the source is broken. */
  static final String STALE_IF_ERROR = "10m";

  @Inject private TimeSource source;

  /**
   * The time in a city, as the source said it some seconds ago.
   *
   * @throws SourceBrokenException if the source is broken and nothing is cached
   */
  @CacheResult
  @KeyTemplate("time:{city.id}")
  @Freshness(
      ttl = TTL,
      stale = STALE,
      staleIfError = STALE_IF_ERROR,
      tags = "continent:{city.continent}")
  public CityTime at(City city) {
    return source.ask(city);
  }

  /** Forgets one city: who asks for it next waits for the source. */
  @CacheRemove
  @KeyTemplate("time:{city.id}")
  public void forget(City city) {}

  /** Ends what is known of all cities of a continent, in every process that shares the store. */
  @InvalidateTags("continent:{continent}")
  public void forgetContinent(String continent) {}

  /** Forgets all cities. */
  @CacheRemoveAll
  public void forgetAll() {}
}
