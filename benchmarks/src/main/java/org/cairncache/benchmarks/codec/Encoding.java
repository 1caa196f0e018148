package org.cairncache.benchmarks.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.cairncache.spi.AllowList;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.cairncache.spi.CodecFactories;

/** A value with the codec of its type. Thread-safe. */
final class Encoding<T> {
  private static final int MAXIMUM_BYTES = 64 << 20;

  private final Codec<T> codec;
  private final T value;

  private Encoding(Codec<T> codec, T value) {
    this.codec = codec;
    this.value = value;
  }

  /** A codec by its name, and one article or a list of many. */
  static Encoding<?> of(String codec, int articles) {
    boolean isOne = articles == 1;
    if (codec.equals("protobuf")) {
      return isOne
          ? of(codec, Messages.of(Article.of(1)))
          : of(codec, Messages.of(Articles.of(articles)));
    }
    return isOne ? of(codec, Article.of(1)) : of(codec, Articles.of(articles));
  }

  @SuppressWarnings("unchecked") // the class of a T
  private static <T> Encoding<T> of(String codec, T value) {
    Class<T> type = (Class<T>) value.getClass();
    ClassLoader loader = Encoding.class.getClassLoader();
    CodecContext<T> context =
        new CodecContext<>(
            "benchmark", type, loader, AllowList.of(List.of(), List.of(type)), MAXIMUM_BYTES);
    return new Encoding<>(CodecFactories.find(codec, loader).orElseThrow().create(context), value);
  }

  T value() {
    return value;
  }

  byte[] encode() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    codec.encode(value, out);
    return out.toByteArray();
  }

  T decode(byte[] bytes) throws IOException {
    return codec.decode(new ByteArrayInputStream(bytes));
  }
}
