package org.cairncache.testkit.codec;

import java.util.List;
import org.cairncache.spi.AllowList;
import org.cairncache.spi.CodecContext;

/** What the codecs under test are made for. */
final class Contexts {
  /** The maximum that is not in the way of any sample, in bytes. */
  static final int LARGE = 64 << 20;

  private Contexts() {}

  static <T> CodecContext<T> of(Class<T> type, int maximumBytes, String... patterns) {
    ClassLoader loader = type.getClassLoader();
    return new CodecContext<>(
        "contract",
        type,
        loader == null ? Contexts.class.getClassLoader() : loader,
        AllowList.of(List.of(patterns), List.of(type)),
        maximumBytes);
  }
}
