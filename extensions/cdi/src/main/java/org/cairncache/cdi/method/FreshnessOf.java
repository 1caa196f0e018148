package org.cairncache.cdi.method;

import java.lang.reflect.Method;
import javax.cache.Cache;
import org.cairncache.cdi.Freshness;
import org.cairncache.cdi.KeyTemplate;
import org.cairncache.freshness.Cached;
import org.cairncache.freshness.CachedBuilder;
import org.cairncache.freshness.CachedMethod;
import org.cairncache.freshness.CachedObserver;

/** Turns {@code @Freshness} into a cached function. */
public final class FreshnessOf {
  private FreshnessOf() {}

  /**
   * The function behind a method that has it.
   *
   * @throws IllegalArgumentException or IllegalStateException if a member is wrong, naming it
   */
  public static CachedMethod<Object> method(
      Method method, Cache<String, Object> cache, CachedObserver observer) {
    Freshness freshness = method.getAnnotation(Freshness.class);
    CachedBuilder<Object> builder =
        Cached.of(cache)
            .key(method.getAnnotation(KeyTemplate.class).value())
            .ttl(Durations.parse("ttl", freshness.ttl()))
            .jitter(freshness.jitter())
            .failOpen(freshness.failOpen())
            .tags(freshness.tags())
            .observer(observer);
    Durations.parseIfGiven("stale", freshness.stale()).ifPresent(builder::stale);
    Durations.parseIfGiven("staleIfError", freshness.staleIfError())
        .ifPresent(builder::staleIfError);
    Durations.parseIfGiven("cacheNulls", freshness.cacheNulls()).ifPresent(builder::cacheNulls);
    Durations.parseIfGiven("cacheErrors", freshness.cacheErrors()).ifPresent(builder::cacheErrors);
    Durations.parseIfGiven("softTimeout", freshness.softTimeout()).ifPresent(builder::softTimeout);
    Durations.parseIfGiven("hardTimeout", freshness.hardTimeout()).ifPresent(builder::hardTimeout);
    Durations.parseIfGiven("deadline", freshness.deadline()).ifPresent(builder::deadline);
    Durations.parseIfGiven("oneLoader", freshness.oneLoader()).ifPresent(builder::oneLoader);
    if (freshness.refreshAt() != 1) {
      builder.refreshAt(freshness.refreshAt());
    }
    return builder.buildMethod(Templates.ofKey(method));
  }
}
