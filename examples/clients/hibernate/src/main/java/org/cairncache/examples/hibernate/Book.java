package org.cairncache.examples.hibernate;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.jspecify.annotations.Nullable;

/** Changes seldom: an update takes it out of the cache. */
@Entity
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.NONSTRICT_READ_WRITE, region = "book")
class Book {
  @Id @GeneratedValue private @Nullable Long id;
  private String title;

  @ManyToOne(fetch = FetchType.LAZY)
  private @Nullable Author author;

  Book() {
    this("", null);
  }

  Book(String title, @Nullable Author author) {
    this.title = title;
    this.author = author;
  }

  @Nullable Long id() {
    return id;
  }

  String title() {
    return title;
  }

  @Nullable Author author() {
    return author;
  }

  void retitle(String newTitle) {
    title = newTitle;
  }
}
