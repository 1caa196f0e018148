package org.cairncache.benchmarks.paired;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Who decides what a bounded cache keeps.
 *
 * @param id names it on the command line and in files
 * @param label what tables print
 * @param opener opens an empty cache of that maximum size, a multiple of {@value #STEP}
 */
public record Contender(String id, String label, IntFunction<Lookups> opener) {
  /** What every maximum size is a multiple of. */
  public static final int STEP = 5;

  /** Raw Caffeine, the provider under test and its peers; without those that cannot be bounded. */
  public static List<Contender> all(String provider) {
    var contenders = new ArrayList<Contender>();
    for (Subject subject : Subjects.all(provider)) {
      if (canBeBounded(subject)) {
        contenders.add(
            new Contender(
                subject.id(),
                subject.label(),
                size -> aside(subject.open(BOUNDED, entriesFor(size)))));
      }
    }
    return contenders;
  }

  /** The provider under test with a loader; empty where this benchmark does not know how. */
  public static Optional<Contender> readThrough(String provider) {
    return Subjects.underTest(provider) instanceof JCacheSubject subject
            && subject.dialect() instanceof CairnDialect
        ? Optional.of(
            new Contender(
                subject.id() + "-through",
                subject.label() + ", read-through",
                size -> ReadThroughLookups.open(subject, BOUNDED, entriesFor(size))))
        : Optional.empty();
  }

  private static final CacheShape BOUNDED = CacheShape.PLAIN.asBounded();

  /** Opens an empty cache. */
  public Lookups open(int size) {
    return opener.apply(size);
  }

  /** The number of entries for which {@link CacheShape#capacityFor} gives the size. */
  private static int entriesFor(int size) {
    if (size % STEP != 0) {
      throw new IllegalArgumentException(size + " is no multiple of " + STEP);
    }
    return size - size / STEP;
  }

  private static boolean canBeBounded(Subject subject) {
    try {
      subject.open(BOUNDED, STEP).close();
      return true;
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }

  @SuppressWarnings("unchecked")
  private static Lookups aside(OpenCache open) {
    return open.cache() instanceof Cache<?, ?> caffeine
        ? new CaffeineLookups((Cache<Object, Object>) caffeine, open)
        : new JCacheLookups((javax.cache.Cache<Object, Object>) open.cache(), open);
  }

  private record CaffeineLookups(Cache<Object, Object> cache, OpenCache open) implements Lookups {
    @Override
    public boolean hit(Object key) {
      if (cache.getIfPresent(key) != null) {
        return true;
      }
      cache.put(key, key);
      return false;
    }

    @Override
    public void close() {
      open.close();
    }
  }

  private record JCacheLookups(javax.cache.Cache<Object, Object> cache, OpenCache open)
      implements Lookups {
    @Override
    public boolean hit(Object key) {
      if (cache.get(key) != null) {
        return true;
      }
      cache.put(key, key);
      return false;
    }

    @Override
    public void close() {
      open.close();
    }
  }
}
