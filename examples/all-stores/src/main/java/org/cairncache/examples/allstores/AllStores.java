package org.cairncache.examples.allstores;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.spi.CachingProvider;

/**
 * Uses a cache in memory, in files, in Redis, in S3 and in Cloud Storage with each codec, all of
 * one manager that one configuration describes.
 */
public final class AllStores {
  private AllStores() {}

  /**
   * Runs the example on servers of its own and prints its report.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException {
    Path directory = Files.createTempDirectory("cairn-all-stores");
    try (Servers servers = Servers.start()) {
      System.out.print(run(directory, servers));
    } finally {
      Directories.delete(directory);
    }
  }

  /** Runs the example in this directory and on these servers. */
  static Report run(Path directory, Servers servers) throws IOException {
    List<Place> places = Place.all(directory.resolve("caches"), servers);
    Path configuration = Files.writeString(directory.resolve("stores.conf"), text(places));
    try (CachingProvider provider =
            Caching.getCachingProvider("org.cairncache.CairnCachingProvider");
        CacheManager manager = provider.getCacheManager(configuration.toUri(), null)) {
      Map<String, Long> nanos = new LinkedHashMap<>();
      for (Place place : places) {
        Format.ALL.forEach(
            format -> nanos.put(place.cache(format), round(manager, place.cache(format), format)));
      }
      return new Report(places, nanos);
    }
  }

  private static <V> long round(CacheManager manager, String name, Format<V> format) {
    Cache<String, V> cache = manager.getCache(name, String.class, format.type());
    return Round.nanos(cache, format);
  }

  /** The configuration: a cache for each store and codec. */
  static String text(List<Place> places) {
    return places.stream()
        .flatMap(place -> Format.ALL.stream().map(place::section))
        .collect(joining("", "cairn {\n", "}\n"));
  }
}
