package org.cairncache.cdi.application;

import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.cdi.CacheName;
import org.cairncache.cdi.method.CacheMethod;

/** What an injection point with {@code @CacheName} asks for. */
record InjectedCache(InjectionPoint point) {
  /**
   * The name.
   *
   * @throws CacheException if there is none
   */
  String name() {
    String given = Points.get(point, CacheName.class).value();
    String name = CacheMethod.cacheNameOr(given, Points.classOf(point), "");
    if (name.isEmpty()) {
      throw new CacheException(
          Points.describe(point)
              + ": @CacheName has no name, and there is no @CacheDefaults with one");
    }
    return name;
  }

  /**
   * Looks at the types of the cache, where it is configured with some; as {@link
   * javax.cache.CacheManager#getCache(String, Class, Class)} they must be the same.
   *
   * @throws CacheException if they are not, saying what to inject
   */
  void checkTypes(Cache<?, ?> cache) {
    CacheTypes configured = CacheTypes.of(cache);
    if (point.getType() instanceof ParameterizedType wanted) {
      Type[] types = wanted.getActualTypeArguments();
      if (!goTogether(types[0], configured.key()) || !goTogether(types[1], configured.value())) {
        throw new CacheException(
            Points.describe(point)
                + " is a Cache<"
                + types[0].getTypeName()
                + ", "
                + types[1].getTypeName()
                + ">, but the cache \""
                + cache.getName()
                + "\" is configured as one of <"
                + configured.key().getName()
                + ", "
                + configured.value().getName()
                + ">: inject that");
      }
    }
  }

  // Wildcards and variables say nothing.
  private static boolean goTogether(Type wanted, Class<?> configured) {
    Type raw = wanted instanceof ParameterizedType generic ? generic.getRawType() : wanted;
    return configured == Object.class || !(raw instanceof Class) || raw == configured;
  }
}
