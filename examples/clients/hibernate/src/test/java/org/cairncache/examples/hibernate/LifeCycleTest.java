package org.cairncache.examples.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.Configuration;
import org.hibernate.StaleStateException;
import org.hibernate.cache.jcache.internal.JCacheRegionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the caches of a session factory come from, and when they go. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LifeCycleTest {
  private static final int THREADS = 4;
  private static final int CHANGES_PER_THREAD = 50;

  // Outlives a session factory, as a database does.
  private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

  @AfterEach
  void close() {
    Caching.getCachingProvider().close();
  }

  @Test
  void open_withoutUri_usesTheDefaultManagerAndItsDeclaredCaches() {
    try (Library library = Library.open(configuration())) {
      CacheManager manager = managerOf(library);

      assertThat(manager).isSameAs(Caching.getCachingProvider().getCacheManager());
      assertThat(manager.getCacheNames()).hasSize(6).contains("author", "author.books");
      assertThat(isByValue(manager.getCache("author"))).isFalse();
      library.add(new Author("Lem", null));
      assertThat(size(manager.getCache("author"))).isEqualTo(1);
    }
  }

  @Test
  void open_uriOfAResource_usesWhatThatDeclares() {
    try (Library library =
        Library.open(configuration().setProperty("hibernate.javax.cache.uri", "copying.conf"))) {
      CacheManager manager = managerOf(library);

      assertThat(manager.getURI().toString()).startsWith("file:").endsWith("/copying.conf");
      assertThat(isByValue(manager.getCache("author"))).isTrue();
    }
  }

  @Test
  void open_uriThatIsNoResource_isRefusedByHibernate() {
    assertThatThrownBy(
            () ->
                Library.open(
                        configuration().setProperty("hibernate.javax.cache.uri", "memory:name"))
                    .close())
        .hasStackTraceContaining("Couldn't load URI from memory:name");
  }

  @Test
  void open_regionThatIsNotDeclared_isRefusedByName() {
    assertThatThrownBy(
            () ->
                Library.open(configuration().setProperty("hibernate.cache.region_prefix", "other"))
                    .close())
        .hasStackTraceContaining("On-the-fly creation of JCache Cache objects is not supported")
        .hasStackTraceContaining("other.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "create-warn"})
  void open_regionThatIsNotDeclared_isCreatedOnDemand(String strategy) {
    try (Library library =
        Library.open(
            configuration()
                .setProperty("hibernate.cache.region_prefix", "other")
                .setProperty("hibernate.javax.cache.missing_cache_strategy", strategy))) {
      long lem = library.add(new Author("Lem", null).write("Solaris"));
      library.titlesBy(lem);
      library.titlesBy(lem);

      assertThat(library.sessions().getStatistics().getSecondLevelCacheHitCount()).isPositive();
      assertThat(size(managerOf(library).getCache("other.author"))).isEqualTo(1);
    }
  }

  @Test
  void close_closesTheManagerAndItsCaches() {
    Library library = Library.open(configuration());
    CacheManager manager = managerOf(library);
    Cache<?, ?> author = manager.getCache("author");

    library.close();

    assertThat(author.isClosed()).isTrue();
    assertThat(manager.isClosed()).isTrue();
  }

  @Test
  void reopen_startsColdAndWorks() {
    long lem;
    try (Library library = Library.open(configuration())) {
      lem = library.add(new Author("Lem", null));
      library.nameOf(lem);
    }

    try (Library library = Library.open(configuration())) {
      assertThat(library.nameOf(lem)).isEqualTo("Lem");
      assertThat(library.nameOf(lem)).isEqualTo("Lem");
      assertThat(library.sessions().getStatistics().getSecondLevelCacheMissCount()).isEqualTo(1);
      assertThat(library.sessions().getStatistics().getSecondLevelCacheHitCount()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cairn.conf", "copying.conf"})
  void change_byManyThreads_losesNothingAndTheCacheAgrees(String uri) throws Exception {
    try (Library library =
        Library.open(configuration().setProperty("hibernate.javax.cache.uri", uri))) {
      long lem = library.add(new Author("Lem", null));
      ExecutorService executor = Executors.newFixedThreadPool(THREADS);
      try {
        List<Future<?>> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
          threads.add(executor.submit(() -> addReaders(library, lem)));
        }
        for (Future<?> thread : threads) {
          thread.get();
        }
      } finally {
        executor.shutdownNow();
      }

      int expected = THREADS * CHANGES_PER_THREAD;
      assertThat(readers(library, lem)).isEqualTo(expected);
      assertThat(readers(library, lem))
          .as("after the read that may have cached it")
          .isEqualTo(expected);
    }
  }

  private static void addReaders(Library library, long authorId) {
    for (int change = 0; change < CHANGES_PER_THREAD; change++) {
      boolean done = false;
      while (!done) {
        try {
          library.change(authorId, Author::addReader);
          done = true;
        } catch (RuntimeException failure) {
          if (!isConflict(failure)) {
            throw failure;
          }
        }
      }
    }
  }

  // Another thread has changed the version in between: that is what optimistic locking is for.
  private static boolean isConflict(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StaleStateException) {
        return true;
      }
    }
    return false;
  }

  private static int readers(Library library, long authorId) {
    return library
        .sessions()
        .fromSession(session -> session.find(Author.class, authorId).readers());
  }

  private org.hibernate.cfg.Configuration configuration() {
    return new org.hibernate.cfg.Configuration().setProperty("hibernate.connection.url", database);
  }

  private static CacheManager managerOf(Library library) {
    JCacheRegionFactory regions =
        (JCacheRegionFactory)
            library
                .sessions()
                .unwrap(SessionFactoryImplementor.class)
                .getCache()
                .getRegionFactory();
    return regions.getCacheManager();
  }

  @SuppressWarnings("unchecked") // JCache has no class object for Configuration<?, ?>
  private static boolean isByValue(Cache<?, ?> cache) {
    Configuration<?, ?> configuration = cache.getConfiguration(Configuration.class);
    return configuration.isStoreByValue();
  }

  private static long size(Cache<?, ?> cache) {
    return StreamSupport.stream(cache.spliterator(), false).count();
  }
}
