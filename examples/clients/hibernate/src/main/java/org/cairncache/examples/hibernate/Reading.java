package org.cairncache.examples.hibernate;

import org.hibernate.cfg.Configuration;
import org.hibernate.stat.CacheRegionStatistics;
import org.hibernate.stat.Statistics;

/** Reads the same authors again and again, and prints how seldom the database was asked. */
public final class Reading {
  private static final int ROUNDS = 1_000;

  private Reading() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    try (Library library = Library.open(new Configuration())) {
      Country country = new Country("PL", "Poland");
      library.add(country);
      long lem = library.add(new Author("Stanisław Lem", country).write("Solaris").write("Fiasko"));
      long olga = library.add(new Author("Olga Tokarczuk", country).write("Bieguni"));
      Statistics statistics = library.sessions().getStatistics();
      statistics.clear();
      for (int round = 0; round < ROUNDS; round++) {
        library.titlesBy(lem);
        library.titlesBy(olga);
        library.countryOf(lem);
        library.names();
      }
      library.change(olga, author -> author.rename("Olga Nawoja Tokarczuk"));
      library.names();
      print(statistics);
    }
  }

  private static void print(Statistics statistics) {
    System.out.printf("%-42s %7s %7s %7s%n", "region", "hits", "misses", "puts");
    for (String region : statistics.getSecondLevelCacheRegionNames()) {
      CacheRegionStatistics counts = statistics.getCacheRegionStatistics(region);
      System.out.printf(
          "%-42s %,7d %,7d %,7d%n",
          region, counts.getHitCount(), counts.getMissCount(), counts.getPutCount());
    }
    System.out.printf("%-42s %,7d%n", "sessions", statistics.getSessionOpenCount());
    System.out.printf("%-42s %,7d%n", "SQL statements", statistics.getPrepareStatementCount());
  }
}
