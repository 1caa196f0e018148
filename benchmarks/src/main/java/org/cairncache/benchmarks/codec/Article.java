package org.cairncache.benchmarks.codec;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What is encoded: a text, two numbers, a time and five words. */
public record Article(String name, long stock, double price, Instant changed, List<String> tags)
    implements Serializable {

  /** One of many, all different. */
  static Article of(int number) {
    return new Article(
        "article-" + number,
        1_000_000L + number,
        9.99 + number,
        Instant.ofEpochSecond(1_760_000_000L + number, 123_456_789),
        IntStream.range(0, 5).mapToObj(i -> "tag-" + (number + i)).toList());
  }
}
