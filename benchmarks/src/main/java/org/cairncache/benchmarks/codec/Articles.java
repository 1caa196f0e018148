package org.cairncache.benchmarks.codec;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** Many articles in one value. */
public record Articles(List<Article> articles) implements Serializable {

  static Articles of(int count) {
    return new Articles(IntStream.range(0, count).mapToObj(Article::of).toList());
  }
}
