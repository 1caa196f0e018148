package org.cairncache.cdi.application;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.cache.Cache;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheMethodDetails;
import javax.cache.annotation.CacheResolver;
import javax.cache.annotation.CacheResolverFactory;
import javax.cache.annotation.CacheResult;
import org.cairncache.cdi.CacheObservers;
import org.cairncache.cdi.advice.CacheChoice;
import org.cairncache.cdi.advice.Changes;
import org.cairncache.cdi.advice.Fresh;
import org.cairncache.cdi.advice.Surroundings;
import org.cairncache.cdi.method.CacheMethod;
import org.cairncache.cdi.method.Defaults;
import org.cairncache.cdi.method.FreshnessOf;
import org.cairncache.cdi.method.Invocation;
import org.cairncache.freshness.CachedMethod;
import org.jspecify.annotations.Nullable;

/** What advice needs, from the beans of an application. Thread-safe. */
final class BeanSurroundings implements Surroundings {
  private final NamedCaches caches;
  private final Instances instances;
  private final CacheObservers observers;
  private final ConcurrentMap<Class<?>, Object> named = new ConcurrentHashMap<>();
  private final ConcurrentMap<MethodId, Fresh> fresh = new ConcurrentHashMap<>();

  BeanSurroundings(NamedCaches caches, Instances instances, CacheObservers observers) {
    this.caches = caches;
    this.instances = instances;
    this.observers = observers;
  }

  @Override
  public CacheChoice cache(String name) {
    return caches.of(name);
  }

  @Override
  public CacheChoice caches(CacheMethod<?> method) {
    CacheResolverFactory factory = factory(method);
    return factory == null
        ? caches.of(method.getCacheName())
        : resolved(method, factory.getCacheResolver(method));
  }

  @Override
  @SuppressWarnings("unchecked") // the annotation is looked at
  public @Nullable CacheChoice exceptionCaches(CacheMethod<?> method) {
    if (!(method.getCacheAnnotation() instanceof CacheResult result)
        || result.exceptionCacheName().isEmpty()) {
      return null;
    }
    CacheResolverFactory factory = factory(method);
    return factory == null
        ? caches.of(result.exceptionCacheName())
        : resolved(
            method, factory.getExceptionCacheResolver((CacheMethodDetails<CacheResult>) method));
  }

  private static CacheChoice resolved(CacheMethod<?> method, CacheResolver resolver) {
    Objects.requireNonNull(resolver, () -> "The cache resolver factory gave null for " + method);
    return call ->
        Objects.requireNonNull(
            resolver.resolveCache(new Invocation<>(method, call)),
            () -> "The cache resolver gave no cache for " + method);
  }

  private @Nullable CacheResolverFactory factory(CacheMethod<?> method) {
    var type = Defaults.resolverFactory(method);
    return type == CacheResolverFactory.class ? null : one(type);
  }

  @Override
  public @Nullable CacheKeyGenerator keyGenerator(CacheMethod<?> method) {
    var type = Defaults.keyGenerator(method);
    return type == CacheKeyGenerator.class ? null : one(type);
  }

  private <T> T one(Class<T> type) {
    Object found = named.get(type);
    if (found == null) {
      Object made = instances.of(type);
      Object other = named.putIfAbsent(type, made);
      found = other == null ? made : other;
    }
    return type.cast(found);
  }

  @Override
  public Fresh fresh(CacheMethod<?> method, Changes changes) {
    return fresh.computeIfAbsent(
        new MethodId(method.bean(), method.getMethod()),
        id ->
            new Fresh(caches.of(method.getCacheName()), cache -> function(method, cache), changes));
  }

  /** The cached functions of which there is advice. */
  Map<MethodId, Fresh> fresh() {
    return Map.copyOf(fresh);
  }

  /** The cached function behind a method of which there is advice. */
  Fresh fresh(MethodId id) {
    return Objects.requireNonNull(fresh.get(id), () -> id + " has no @Freshness");
  }

  @SuppressWarnings("unchecked") // it is looked at whether the keys may be texts
  private CachedMethod<Object> function(CacheMethod<?> method, Cache<?, Object> cache) {
    return FreshnessOf.method(
        method.getMethod(),
        (Cache<String, Object>) cache,
        observers.ofMethod(cache.getName(), method.getMethod()));
  }
}
