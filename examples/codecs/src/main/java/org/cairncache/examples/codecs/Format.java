package org.cairncache.examples.codecs;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;

/**
 * A codec and a value for it.
 *
 * @param codec its name in a configuration
 * @param type the class of the value
 */
record Format<V>(String codec, Class<V> type, V value) {
  static final List<Format<?>> ALL =
      List.of(
          record("java"),
          record("jackson"),
          record("kryo"),
          record("msgpack"),
          new Format<>("protobuf", Struct.class, message(Article.sample())));

  private static Format<Article> record(String codec) {
    return new Format<>(codec, Article.class, Article.sample());
  }

  // A message of the application's own would have numbers in place of names, and be smaller.
  private static Struct message(Article article) {
    return Struct.newBuilder()
        .putFields("title", Value.newBuilder().setStringValue(article.title()).build())
        .putFields("views", Value.newBuilder().setNumberValue((double) article.views()).build())
        .putFields("price", Value.newBuilder().setNumberValue(article.price()).build())
        .build();
  }
}
