package org.cairncache.examples.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.cairncache.testkit.redis.Redis;
import org.hibernate.Session;
import org.hibernate.cfg.Configuration;
import org.hibernate.stat.CacheRegionStatistics;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What the second-level cache answers, with Hibernate's own statistics as the witness. */
@ParameterizedClass
@ValueSource(strings = {"cairn.conf", "copying.conf", LibraryTest.REDIS})
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LibraryTest {
  static final String REDIS = "redis.conf";

  @TempDir private Path directory;
  @Parameter private String configuration;
  private Library library;
  private Statistics statistics;
  private long lem;

  @BeforeEach
  void open() throws IOException {
    library =
        Library.open(
            new Configuration()
                .setProperty("hibernate.connection.url", "jdbc:h2:mem:" + UUID.randomUUID())
                .setProperty("hibernate.javax.cache.uri", cacheUri()));
    Country country = new Country("PL", "Poland");
    library.add(country);
    lem = library.add(new Author("Lem", country).write("Solaris").write("Fiasko"));
    library.sessions().getCache().evictAllRegions();
    statistics = library.sessions().getStatistics();
    statistics.clear();
  }

  private String cacheUri() throws IOException {
    if (!configuration.equals(REDIS)) {
      return configuration;
    }
    Redis.shared().flushAll();
    Path file = directory.resolve(REDIS);
    Files.writeString(
        file, "include classpath(\"redis.conf\")\ncairn.store = \"" + Redis.shared().uri() + "\"");
    return file.toUri().toString();
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void find_inTheSecondSession_isAHitWithoutSql() {
    assertThat(library.nameOf(lem)).isEqualTo("Lem");
    long statements = statistics.getPrepareStatementCount();

    assertThat(library.nameOf(lem)).isEqualTo("Lem");

    assertThat(statements).isPositive();
    assertThat(statistics.getPrepareStatementCount()).isEqualTo(statements);
    assertCounts("author", 1, 1, 1);
  }

  @Test
  void update_readWrite_isSeenByTheNextSessionFromTheCache() {
    library.nameOf(lem);

    library.change(lem, author -> author.rename("Stanisław Lem"));
    long statements = statistics.getPrepareStatementCount();

    assertThat(library.nameOf(lem)).isEqualTo("Stanisław Lem");
    assertThat(statistics.getPrepareStatementCount()).isEqualTo(statements);
    assertCounts("author", 2, 1, 2);
  }

  @Test
  void update_rolledBack_isNotSeen() {
    library.nameOf(lem);

    assertThatThrownBy(
            () ->
                library.change(
                    lem,
                    author -> {
                      author.rename("Nobody");
                      throw new IllegalArgumentException("rolled back");
                    }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(library.nameOf(lem)).isEqualTo("Lem");
  }

  @Test
  void update_rolledBackAfterItWasFlushed_isNotSeen() {
    library.nameOf(lem);

    try (Session session = library.sessions().openSession()) {
      session.beginTransaction();
      session.find(Author.class, lem).rename("Nobody");
      session.flush();
      assertThat(library.nameOf(lem)).as("in another session, meanwhile").isEqualTo("Lem");
      session.getTransaction().rollback();
    }

    assertThat(library.nameOf(lem)).isEqualTo("Lem");
  }

  @Test
  void update_nonstrict_isLoadedAnewAndThenCached() {
    long solaris = bookId("Solaris");
    assertThat(title(solaris)).isEqualTo("Solaris");

    library
        .sessions()
        .inTransaction(session -> session.find(Book.class, solaris).retitle("Солярис"));
    statistics.clear();

    assertThat(title(solaris)).isEqualTo("Солярис");
    assertThat(title(solaris)).isEqualTo("Солярис");
    assertCounts("book", 1, 1, 1);
  }

  @Test
  void find_readOnly_isCachedAndNeverChanged() {
    assertThat(library.countryOf(lem)).isEqualTo("Poland");
    assertThat(library.countryOf(lem)).isEqualTo("Poland");

    assertCounts(Country.class.getName(), 1, 1, 1);
  }

  @Test
  void find_entityWithAReference_restoresIt() {
    long solaris = bookId("Solaris");
    title(solaris);

    String author =
        library
            .sessions()
            .fromSession(session -> session.find(Book.class, solaris).author().name());

    assertThat(author).isEqualTo("Lem");
  }

  @Test
  void collection_readAgain_isAHit() {
    assertThat(library.titlesBy(lem)).containsExactlyInAnyOrder("Solaris", "Fiasko");
    long statements = statistics.getPrepareStatementCount();

    assertThat(library.titlesBy(lem)).containsExactlyInAnyOrder("Solaris", "Fiasko");

    assertThat(statistics.getPrepareStatementCount()).isEqualTo(statements);
    assertCounts("author.books", 1, 1, 1);
  }

  @Test
  void collection_addedTo_isLoadedAnew() {
    library.titlesBy(lem);

    library.change(lem, author -> author.write("Eden"));

    assertThat(library.titlesBy(lem)).containsExactlyInAnyOrder("Solaris", "Fiasko", "Eden");
    assertThat(library.titlesBy(lem)).hasSize(3);
    assertThat(region("author.books").getMissCount()).isEqualTo(2);
  }

  @Test
  void query_repeated_isAHitWithoutSql() {
    library.names();
    long statements = statistics.getPrepareStatementCount();

    assertThat(library.names()).containsExactly("Lem");

    assertThat(statistics.getPrepareStatementCount()).isEqualTo(statements);
    assertThat(statistics.getQueryCacheHitCount()).isEqualTo(1);
    assertThat(statistics.getQueryCacheMissCount()).isEqualTo(1);
    assertThat(statistics.getUpdateTimestampsCacheHitCount()).as("table found unchanged").isOne();
  }

  @Test
  void query_afterItsTableWasWritten_isAskedAgain() {
    library.names();

    library.add(new Author("Tokarczuk", null));

    assertThat(library.names()).containsExactly("Lem", "Tokarczuk");
    assertThat(library.names()).containsExactly("Lem", "Tokarczuk");
    assertThat(statistics.getQueryCacheMissCount()).isEqualTo(2);
    assertThat(statistics.getQueryCacheHitCount()).isEqualTo(1);
    assertThat(statistics.getUpdateTimestampsCachePutCount()).isPositive();
  }

  @Test
  void query_afterAnotherTableWasWritten_isStillAHit() {
    library.names();

    library.add(new Country("CZ", "Czechia"));

    assertThat(library.names()).containsExactly("Lem");
    assertThat(statistics.getQueryCacheHitCount()).isEqualTo(1);
  }

  @Test
  void bulkUpdate_clearsTheRegion() {
    library.nameOf(lem);

    library
        .sessions()
        .inTransaction(
            session ->
                session
                    .createMutationQuery("update Author set name = upper(name)")
                    .executeUpdate());

    assertThat(library.nameOf(lem)).isEqualTo("LEM");
    assertThat(region("author").getMissCount()).isEqualTo(2);
  }

  @Test
  void evict_oneEntity_isLoadedAnew() {
    library.nameOf(lem);
    assertThat(library.sessions().getCache().containsEntity(Author.class, lem)).isTrue();

    library.sessions().getCache().evictEntityData(Author.class, lem);

    assertThat(library.sessions().getCache().containsEntity(Author.class, lem)).isFalse();
    library.nameOf(lem);
    assertCounts("author", 0, 2, 2);
  }

  @Test
  void evict_allRegions_emptiesThem() {
    library.titlesBy(lem);
    library.names();

    library.sessions().getCache().evictAllRegions();

    assertThat(library.sessions().getCache().containsEntity(Author.class, lem)).isFalse();
    assertThat(
            library
                .sessions()
                .getCache()
                .containsCollection(Author.class.getName() + ".books", lem))
        .isFalse();
    library.names();
    assertThat(statistics.getQueryCacheHitCount()).isZero();
  }

  @Test
  void delete_cachedEntity_isGone() {
    library.nameOf(lem);

    library.sessions().inTransaction(session -> session.remove(session.find(Author.class, lem)));

    Author found = library.sessions().fromSession(session -> session.find(Author.class, lem));
    assertThat(found).isNull();
  }

  private long bookId(String title) {
    return library
        .sessions()
        .fromSession(
            session ->
                session
                    .createSelectionQuery("select id from Book where title = :title", Long.class)
                    .setParameter("title", title)
                    .getSingleResult());
  }

  private String title(long bookId) {
    return library.sessions().fromSession(session -> session.find(Book.class, bookId).title());
  }

  private CacheRegionStatistics region(String name) {
    return statistics.getCacheRegionStatistics(name);
  }

  private void assertCounts(String region, long hits, long misses, long puts) {
    assertThat(region(region).getHitCount()).as("hits").isEqualTo(hits);
    assertThat(region(region).getMissCount()).as("misses").isEqualTo(misses);
    assertThat(region(region).getPutCount()).as("puts").isEqualTo(puts);
  }
}
