package org.cairncache.benchmarks.footprint;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;

/**
 * Gets what it has put, once, and prints how many nanoseconds that took since the program began. It
 * loads nothing of its own that the answer would contain.
 */
final class FirstGetMain {
  /** Instead of a provider's class name: gets nothing. */
  static final String NOTHING = "nothing";

  /** Instead of a provider's class name: a map of the JDK. */
  static final String MAP = "map";

  /** Instead of a provider's class name: raw Caffeine. */
  static final String CAFFEINE = "caffeine";

  private static final String KEY = "key";
  private static final String VALUE = "value";

  private FirstGetMain() {}

  /** Takes the class name of a provider, or one of the words above. */
  public static void main(String[] arguments) {
    long start = System.nanoTime();
    Object found = find(arguments[0]);
    long nanos = System.nanoTime() - start;
    if (!VALUE.equals(found)) {
      throw new IllegalStateException("Got " + found);
    }
    System.out.println(nanos);
    System.out.flush();
    Runtime.getRuntime().halt(0); // what a provider does at the end is not part of its start
  }

  private static Object find(String way) {
    if (way.equals(NOTHING)) {
      return VALUE;
    }
    if (way.equals(MAP)) {
      return ByMap.find();
    }
    return way.equals(CAFFEINE) ? ByCaffeine.find() : ByProvider.find(way);
  }

  // A class each: the verifier loads what a class mentions.

  private static final class ByMap {
    @SuppressWarnings("UnnecessaryAsync") // it is the map that others are compared with
    static Object find() {
      var map = new ConcurrentHashMap<String, String>();
      map.put(KEY, VALUE);
      return map.getOrDefault(KEY, "");
    }
  }

  private static final class ByCaffeine {
    static Object find() {
      com.github.benmanes.caffeine.cache.Cache<String, String> cache =
          Caffeine.newBuilder().build();
      cache.put(KEY, VALUE);
      return String.valueOf(cache.getIfPresent(KEY));
    }
  }

  private static final class ByProvider {
    static Object find(String provider) {
      Cache<String, String> cache =
          Caching.getCachingProvider(provider)
              .getCacheManager()
              .createCache("first", new MutableConfiguration<String, String>());
      cache.put(KEY, VALUE);
      return cache.get(KEY);
    }
  }
}
