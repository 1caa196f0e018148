package org.cairncache.examples.hibernate;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.Immutable;

/** Never changes. */
@Entity
@Immutable
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_ONLY)
class Country {
  @Id private String code;
  private String name;

  Country() {
    this("", "");
  }

  Country(String code, String name) {
    this.code = code;
    this.name = name;
  }

  String name() {
    return name;
  }
}
