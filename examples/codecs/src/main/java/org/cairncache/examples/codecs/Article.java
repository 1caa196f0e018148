package org.cairncache.examples.codecs;

import java.io.Serializable;
import java.util.List;

/** A value as applications have them. */
public record Article(String title, long views, double price, List<String> tags)
    implements Serializable {
  static Article sample() {
    return new Article("Dry stone walls", 1_200, 24.5, List.of("stone", "wall", "craft"));
  }
}
