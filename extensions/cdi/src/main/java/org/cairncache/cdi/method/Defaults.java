package org.cairncache.cdi.method;

import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheResolverFactory;

/** What holds where an annotation on a method leaves something to {@code @CacheDefaults}. */
public final class Defaults {
  private Defaults() {}

  /** The factory of the cache resolver; the interface itself for that of JSR-107. */
  public static Class<? extends CacheResolverFactory> resolverFactory(CacheMethod<?> method) {
    Class<? extends CacheResolverFactory> own = method.operation().caches();
    CacheDefaults defaults = CacheMethod.defaultsOf(method.bean());
    return own == CacheResolverFactory.class && defaults != null
        ? defaults.cacheResolverFactory()
        : own;
  }

  /** The key generator; the interface itself for that of JSR-107. */
  public static Class<? extends CacheKeyGenerator> keyGenerator(CacheMethod<?> method) {
    Class<? extends CacheKeyGenerator> own = method.operation().keys();
    CacheDefaults defaults = CacheMethod.defaultsOf(method.bean());
    return own == CacheKeyGenerator.class && defaults != null ? defaults.cacheKeyGenerator() : own;
  }
}
