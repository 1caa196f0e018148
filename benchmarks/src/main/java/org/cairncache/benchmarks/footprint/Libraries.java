package org.cairncache.benchmarks.footprint;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of the jars that a user of a library has on the class path: those that its published
 * POM brings. Cairn's modules may also be folders that were just built.
 */
final class Libraries {
  /** Cairn with what it cannot do without. */
  static final List<Pattern> CAIRN_ALONE =
      patterns("core|cairn-\\d.*", "cache-api-.*", "caffeine-\\d.*");

  /** Cairn as its POM brings it. */
  static final List<Pattern> CAIRN = and(CAIRN_ALONE, "config-.*", "jspecify-.*");

  /** Cairn with a store and formats that nothing uses. */
  static final List<Pattern> CAIRN_AND_MORE =
      and(
          CAIRN,
          "redis|cairn-redis-.*",
          "lettuce-.*|netty-.*|reactor-.*|reactive-streams-.*|redis-authx-.*|failsafe-.*",
          "jackson|cairn-jackson-.*",
          "jackson-.*",
          "kryo|cairn-kryo-.*",
          "kryo-\\d.*|reflectasm-.*|objenesis-.*|minlog-.*",
          "msgpack|cairn-msgpack-.*",
          "msgpack-core-.*",
          "protobuf|cairn-protobuf-.*",
          "protobuf-java-.*");

  static final List<Pattern> CAFFEINE = patterns("caffeine-\\d.*", "jspecify-.*");

  private static final Map<String, List<Pattern>> OF_PROVIDERS =
      Map.of(
          "cairn", CAIRN,
          "caffeine-jcache",
              patterns(
                  "jcache-.*",
                  "cache-api-.*",
                  "caffeine-\\d.*",
                  "config-.*",
                  "jakarta.inject-api-.*",
                  "org.osgi.*|osgi.*"),
          "cache2k", patterns("cache2k-.*", "cache-api-.*"),
          "ehcache", patterns("ehcache-.*", "cache-api-.*", "slf4j-api-.*"),
          "ri", patterns("cache-ri-.*|cache-annotations-.*", "cache-api-.*"));

  private Libraries() {}

  /** Of the provider of that id; everything there is if it is not known here. */
  static List<Pattern> ofProvider(String id) {
    return OF_PROVIDERS.getOrDefault(id, patterns(".*"));
  }

  private static List<Pattern> patterns(String... names) {
    return Arrays.stream(names).map(Pattern::compile).toList();
  }

  private static List<Pattern> and(List<Pattern> some, String... names) {
    return Stream.concat(some.stream(), patterns(names).stream()).toList();
  }
}
