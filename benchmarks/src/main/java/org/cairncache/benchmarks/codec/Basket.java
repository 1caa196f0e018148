package org.cairncache.benchmarks.codec;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A mutable value, which store-by-value copies at each get and put. */
final class Basket implements Serializable {
  private static final long serialVersionUID = 1;

  private final String customer;
  private final long[] counts;
  private final List<String> articles = new ArrayList<>();

  Basket(String customer, int articles) {
    this.customer = customer;
    this.counts = new long[articles];
    for (int i = 0; i < articles; i++) {
      this.articles.add("article-" + i);
    }
  }

  /** Depends on all that is in it. */
  @Override
  public String toString() {
    return customer + counts.length + articles;
  }
}
