package org.cairncache.benchmarks.paired;

import java.util.ArrayList;
import java.util.List;

/** The list of who is measured. */
public final class Subjects {
  /** The class name of the provider under test unless another is given. */
  public static final String DEFAULT_PROVIDER = "org.cairncache.CairnCachingProvider";

  private static final Subject RAW = new RawCaffeine();

  /** What the JDK alone gives. */
  private static final List<Subject> MAPS = List.of(new RawMap(), new EntryMap());

  /** Those that have near levels alone. */
  private static final List<Subject> NEAR = List.of(new JetCacheNear(), new RedissonNear());

  private static final List<JCacheSubject> KNOWN =
      List.of(
          new JCacheSubject("cairn", "Cairn", DEFAULT_PROVIDER, new CairnDialect()),
          new JCacheSubject(
              "caffeine-jcache",
              "Caffeine JCache",
              "com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider",
              new CaffeineJCacheDialect()),
          new JCacheSubject(
              "cache2k",
              "cache2k",
              "org.cache2k.jcache.provider.JCacheProvider",
              new Cache2kDialect()),
          new JCacheSubject(
              "ehcache",
              "Ehcache",
              "org.ehcache.jsr107.EhcacheCachingProvider",
              new EhcacheDialect()),
          new JCacheSubject(
              "ri", "RI", "org.jsr107.ri.spi.RICachingProvider", Dialect::plain)); // has no bounds

  private Subjects() {}

  /** Raw Caffeine, which every ratio is relative to. */
  static Subject raw() {
    return RAW;
  }

  /** The provider of that class name; one that is not known here gets no bounded rows. */
  static Subject underTest(String provider) {
    return KNOWN.stream()
        .filter(subject -> subject.provider().equals(provider))
        .findFirst()
        .orElseGet(() -> new JCacheSubject("tested", provider, provider, Dialect::plain));
  }

  /** Raw Caffeine, the provider under test, the JDK's maps, and the peers, in this order. */
  public static List<Subject> all(String provider) {
    var subjects = new ArrayList<>(List.of(RAW, underTest(provider)));
    subjects.addAll(MAPS);
    KNOWN.stream()
        .filter(peer -> !peer.provider().equals(provider))
        .filter(peer -> !peer.provider().equals(DEFAULT_PROVIDER))
        .forEach(subjects::add);
    subjects.addAll(NEAR);
    return List.copyOf(subjects);
  }

  /**
   * Those of {@link #all} that the command line asks for; raw Caffeine and the provider under test
   * are always among them.
   *
   * @throws IllegalArgumentException for an id that no subject has
   */
  static List<Subject> chosen(Options options) {
    List<Subject> all = all(options.provider());
    options.subjects().forEach(id -> named(id, options.provider()));
    return all.stream()
        .filter(subject -> all.indexOf(subject) < 2 || options.includesSubject(subject.id()))
        .toList();
  }

  /** The subject of that id among {@link #all}. */
  static Subject named(String id, String provider) {
    return all(provider).stream()
        .filter(subject -> subject.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No subject "
                        + id
                        + "; known: "
                        + all(provider).stream().map(Subject::id).toList()));
  }
}
