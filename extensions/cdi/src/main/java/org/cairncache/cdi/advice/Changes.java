package org.cairncache.cdi.advice;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.cache.Cache;
import org.cairncache.freshness.Cached;
import org.cairncache.freshness.CachedMethod;
import org.jspecify.annotations.Nullable;

/**
 * Changes caches for annotated methods, so that calls under way do not bring back what was there
 * before, and nobody who asks afterwards is told what they find. Thread-safe.
 */
public final class Changes {
  private final Flights flights;
  private final ConcurrentMap<String, List<CachedMethod<Object>>> fresh = new ConcurrentHashMap<>();

  /** Changes for an application with these calls under way. */
  public Changes(Flights flights) {
    this.flights = flights;
  }

  /** A method keeps its results in this cache from now on, in place of another one. */
  void keepsIn(String cache, CachedMethod<Object> method, @Nullable CachedMethod<Object> before) {
    List<CachedMethod<Object>> methods =
        fresh.computeIfAbsent(cache, name -> new CopyOnWriteArrayList<>());
    methods.add(method);
    if (before != null) {
      methods.remove(before);
    }
  }

  private List<CachedMethod<Object>> methodsIn(String cache) {
    return fresh.getOrDefault(cache, List.of());
  }

  /** Puts the value; null removes what is there. */
  void put(Cache<Object, Object> cache, Object key, @Nullable Object value) {
    flights.supersede(new Place(cache, key));
    if (value == null) {
      cache.remove(key);
    } else {
      cache.put(key, value);
    }
    supersedeFresh(cache, key);
  }

  void removeAll(Cache<Object, Object> cache) {
    flights.supersedeAll(cache);
    cache.removeAll();
    methodsIn(cache.getName()).forEach(CachedMethod::supersedeAll);
  }

  /** Ends the results with the tag, of whatever process and method they are. */
  @SuppressWarnings("unchecked") // it is looked at whether the keys may be texts
  void invalidateTag(Cache<Object, Object> cache, String tag) {
    Cache<?, Object> ofTexts = cache;
    Cached.of((Cache<String, Object>) ofTexts)
        .key("tags")
        .ttl(Duration.ZERO)
        .build(() -> null)
        .invalidateTag(tag); // tags are the cache's, not the function's
    methodsIn(cache.getName()).forEach(method -> method.supersedeTag(tag));
  }

  private void supersedeFresh(Cache<Object, Object> cache, Object key) {
    if (key instanceof String text) {
      methodsIn(cache.getName()).forEach(method -> method.supersede(text));
    }
  }
}
