package org.cairncache.examples.swr;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Exchange rates of somebody else, who takes his time and is sometimes away. Thread-safe. */
final class SlowSource {
  private static final Duration LATENCY = Duration.ofMillis(300);

  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean dead;

  /** The first answer is {@code rate 1}, the next {@code rate 2}, and so on. */
  String rate(String currency) throws IOException, InterruptedException {
    Thread.sleep(LATENCY.toMillis());
    if (dead) {
      throw new IOException("nobody answers");
    }
    return currency + " rate " + calls.incrementAndGet();
  }

  void die() {
    dead = true;
  }

  void comeBack() {
    dead = false;
  }
}
