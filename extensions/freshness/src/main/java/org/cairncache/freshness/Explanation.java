package org.cairncache.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a call with these arguments would find now, and do. Immutable.
 *
 * @param key under which the result is cached
 * @param freshness of what is cached
 * @param source of it; empty if there is nothing that could be served
 * @param age since it was loaded; empty if that is not known, as of a plain put
 * @param freshUntil empty if there is nothing, or if it is fresh for as long as it is there
 * @param expiresAt empty if there is nothing, or if it never expires
 * @param loading whether a load is under way in this process
 * @param decision in words
 */
public record Explanation(
    String key,
    Freshness freshness,
    Optional<CachedObserver.Source> source,
    Optional<Duration> age,
    Optional<Instant> freshUntil,
    Optional<Instant> expiresAt,
    boolean loading,
    String decision) {
  static Explanation ofNothing(String key, boolean loading, String decision) {
    return new Explanation(
        key,
        Freshness.DEAD,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        loading,
        decision);
  }
}
