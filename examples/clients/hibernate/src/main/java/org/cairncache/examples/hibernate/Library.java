package org.cairncache.examples.hibernate;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Authors and their books in a database, behind Hibernate's second-level cache. Thread-safe. */
final class Library implements AutoCloseable {
  private final SessionFactory sessions;

  private Library(SessionFactory sessions) {
    this.sessions = sessions;
  }

  /** Opens what {@code hibernate.properties} and the rest of this configuration describe. */
  static Library open(Configuration configuration) {
    configuration.addAnnotatedClasses(Author.class, Book.class, Country.class);
    return new Library(configuration.buildSessionFactory());
  }

  SessionFactory sessions() {
    return sessions;
  }

  void add(Country country) {
    sessions.inTransaction(session -> session.persist(country));
  }

  /** Stores the author with all books. */
  long add(Author author) {
    sessions.inTransaction(session -> session.persist(author));
    return Objects.requireNonNull(author.id());
  }

  /** Changes the author in a transaction of its own. */
  void change(long authorId, Consumer<Author> change) {
    sessions.inTransaction(session -> change.accept(author(session, authorId)));
  }

  String nameOf(long authorId) {
    return sessions.fromSession(session -> author(session, authorId).name());
  }

  /** The name of the author's country, or of none the empty string. */
  String countryOf(long authorId) {
    return sessions.fromSession(
        session -> {
          Country country = author(session, authorId).country();
          return country == null ? "" : country.name();
        });
  }

  List<String> titlesBy(long authorId) {
    return sessions.fromSession(
        session -> author(session, authorId).books().stream().map(Book::title).toList());
  }

  /** The names of all authors; Hibernate keeps the result in the query cache. */
  List<String> names() {
    return sessions.fromSession(
        session ->
            session
                .createSelectionQuery("select name from Author order by name", String.class)
                .setCacheable(true)
                .list());
  }

  /** Closes the caches too. */
  @Override
  public void close() {
    sessions.close();
  }

  private static Author author(Session session, long id) {
    return Objects.requireNonNull(session.find(Author.class, id), "no such author");
  }
}
