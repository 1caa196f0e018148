package org.cairncache.examples.hibernate;

import jakarta.persistence.Cacheable;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.jspecify.annotations.Nullable;

/** Changes often: an update locks it in the cache and then puts what it has become. */
@Entity
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE, region = "author")
class Author {
  @Id @GeneratedValue private @Nullable Long id;
  @Version private int version;
  private String name;
  private int readers;

  @ManyToOne(fetch = FetchType.LAZY)
  private @Nullable Country country;

  @OneToMany(mappedBy = "author", cascade = CascadeType.ALL)
  @Cache(usage = CacheConcurrencyStrategy.READ_WRITE, region = "author.books")
  private List<Book> books = new ArrayList<>();

  Author() {
    this("", null);
  }

  Author(String name, @Nullable Country country) {
    this.name = name;
    this.country = country;
  }

  @Nullable Long id() {
    return id;
  }

  String name() {
    return name;
  }

  int readers() {
    return readers;
  }

  @Nullable Country country() {
    return country;
  }

  List<Book> books() {
    return books;
  }

  void rename(String newName) {
    name = newName;
  }

  void addReader() {
    readers++;
  }

  Author write(String title) {
    books.add(new Book(title, this));
    return this;
  }
}
