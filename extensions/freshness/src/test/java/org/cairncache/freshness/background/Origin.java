package org.cairncache.freshness.background;

import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.freshness.Cached0;
import org.jspecify.annotations.Nullable;

/** Where values come from: counts its calls, and fails when it is told to. Thread-safe. */
final class Origin implements Cached0.Loader<String> {
  final AtomicInteger calls = new AtomicInteger();
  volatile @Nullable Throwable failure;
  volatile Runnable during = () -> {};
  private final String name;

  Origin(String name) {
    this.name = name;
  }

  /** {@code name 1} the first time, then {@code name 2} and so on. */
  @Override
  public String load() throws Exception {
    String value = name + " " + calls.incrementAndGet();
    during.run();
    Throwable thrown = failure;
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown != null) {
      throw (Exception) thrown;
    }
    return value;
  }
}
