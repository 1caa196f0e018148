package org.cairncache.examples.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Where everybody has to walk to who wants to know something. Counts them. Thread-safe. */
@ApplicationScoped
public class Warehouse {
  private static final Duration WALK = Duration.ofMillis(200);

  private final AtomicInteger walks = new AtomicInteger();

  /** Takes 200 ms. */
  void walk() {
    walks.incrementAndGet();
    try {
      Thread.sleep(WALK.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** How often somebody did. */
  int walks() {
    return walks.get();
  }
}
