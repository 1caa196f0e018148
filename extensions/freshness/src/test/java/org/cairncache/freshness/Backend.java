package org.cairncache.freshness;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Where values come from: counts its calls, and fails when it is told to. Thread-safe. */
final class Backend {
  final AtomicInteger calls = new AtomicInteger();
  volatile @Nullable Exception failure;
  volatile Runnable during = () -> {};

  /** {@code key#1} the first time, then {@code key#2} and so on. */
  String load(String key) throws Exception {
    String value = key + "#" + calls.incrementAndGet();
    during.run();
    Exception thrown = failure;
    if (thrown != null) {
      throw thrown;
    }
    return value;
  }
}
