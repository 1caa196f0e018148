package org.cairncache.examples.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cairncache.cdi.CacheObservers;
import org.cairncache.freshness.CachedObserver;

/**
 * Hears from the cache how it answered each call: counts it, and tells the request that made it,
 * whose thread this is called on. Thread-safe.
 */
@ApplicationScoped
public class Answers implements CacheObservers {
  private final Map<Enum<?>, Long> counts = new ConcurrentHashMap<>();

  @Inject private Served served;

  @Override
  public CachedObserver ofMethod(String cacheName, Method method) {
    return new CachedObserver() {
      @Override
      public void answered(Answer answer, Source source) {
        served.by(answer, source);
        counts.merge(answer, 1L, Long::sum);
        counts.merge(source, 1L, Long::sum);
      }
    };
  }

  JsonObject toJson() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    add(json, CachedObserver.Answer.values());
    add(json, CachedObserver.Source.values());
    return json.build();
  }

  private void add(JsonObjectBuilder json, Enum<?>[] values) {
    for (Enum<?> value : values) {
      json.add(value.name(), counts.getOrDefault(value, 0L));
    }
  }
}
