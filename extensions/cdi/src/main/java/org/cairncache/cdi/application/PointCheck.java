package org.cairncache.cdi.application;

import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.ParameterizedType;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.cdi.BackgroundReader;
import org.cairncache.cdi.CacheName;
import org.cairncache.cdi.OfMethod;
import org.cairncache.cdi.method.CacheMethod;
import org.cairncache.cdi.method.Durations;
import org.cairncache.freshness.background.Background;
import org.jspecify.annotations.Nullable;

/** Looks for what is wrong with injection points, before anything is injected. */
record PointCheck(Deployed deployed) {
  /** Finds the cache of a name for somebody, once it is known to be there. */
  @FunctionalInterface
  interface Deployed {
    @Nullable Cache<Object, Object> cache(Object who, String name);
  }

  /**
   * Looks at one.
   *
   * @throws RuntimeException if it is not right, saying what is wrong
   */
  void check(InjectionPoint point) {
    Points.find(point, CacheName.class).ifPresent(any -> checkCache(point));
    Points.find(point, BackgroundReader.class).ifPresent(reader -> checkReader(point, reader));
    Points.find(point, OfMethod.class).ifPresent(method -> checkMethod(point, method));
  }

  private void checkCache(InjectionPoint point) {
    InjectedCache injected = new InjectedCache(point);
    Cache<?, ?> cache = deployed.cache(Points.describe(point), injected.name());
    if (cache != null) {
      injected.checkTypes(cache);
    }
  }

  @SuppressWarnings("unchecked") // it is looked at whether the keys may be texts
  private void checkReader(InjectionPoint point, BackgroundReader reader) {
    String who = Points.describe(point);
    String name = CacheMethod.cacheNameOr(reader.cacheName(), Points.classOf(point), "");
    if (name.isEmpty() || reader.key().isEmpty()) {
      throw new CacheException(
          who + ": @BackgroundReader needs a key and a cacheName, or a @CacheDefaults with one");
    }
    String problem = Durations.problem("every", reader.every());
    if (problem != null) {
      throw new CacheException(who + ": " + problem);
    }
    Cache<?, Object> cache = deployed.cache(who, name);
    if (cache != null) {
      var unused = Background.read((Cache<String, Object>) cache);
    }
  }

  // Cached2<A, B, V> is of a method with two parameters.
  private static void checkMethod(InjectionPoint point, OfMethod qualifier) {
    if (point.getType() instanceof ParameterizedType function) {
      int parameters = function.getActualTypeArguments().length - 1;
      try {
        var unused =
            BehindMethod.find(Points.beanOf(point, qualifier), qualifier.name(), parameters);
      } catch (CacheException failure) {
        throw new CacheException(Points.describe(point) + ": " + failure.getMessage(), failure);
      }
    }
  }
}
