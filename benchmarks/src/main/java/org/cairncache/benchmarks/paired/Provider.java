package org.cairncache.benchmarks.paired;

import java.util.List;

/**
 * A JSR-107 provider among the subjects.
 *
 * @param id names it on the command line and in files
 * @param label what tables print
 * @param className of its {@code CachingProvider}
 */
public record Provider(String id, String label, String className) {
  /** The provider under test, then its peers. */
  public static List<Provider> all(String tested) {
    return Subjects.all(tested).stream()
        .filter(JCacheSubject.class::isInstance)
        .map(JCacheSubject.class::cast)
        .map(subject -> new Provider(subject.id(), subject.label(), subject.provider()))
        .toList();
  }

  /** Likewise, but of the peers those of these ids alone; all for none. */
  public static List<Provider> all(String tested, List<String> ids) {
    List<Provider> all = all(tested);
    return all.stream()
        .filter(one -> ids.isEmpty() || ids.contains(one.id) || one.equals(all.get(0)))
        .toList();
  }
}
