package org.cairncache.testkit.corners;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.integration.CompletionListener;

/** Counts how a load ended, then does what it was told. Thread-safe. */
final class Completion implements CompletionListener {
  private final AtomicInteger completions = new AtomicInteger();
  private final List<Exception> exceptions = new CopyOnWriteArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);
  private final Runnable reaction;

  Completion() {
    this(() -> {});
  }

  /** Does this inside {@code onCompletion}. */
  Completion(Runnable reaction) {
    this.reaction = reaction;
  }

  int completions() {
    return completions.get();
  }

  List<Exception> exceptions() {
    return List.copyOf(exceptions);
  }

  int notifications() {
    return completions.get() + exceptions.size();
  }

  /** Waits for the first notification to end. */
  void await() throws InterruptedException {
    Calls.await(first);
  }

  @Override
  public void onCompletion() {
    completions.incrementAndGet();
    try {
      reaction.run();
    } finally {
      first.countDown();
    }
  }

  @Override
  public void onException(Exception e) {
    exceptions.add(e);
    first.countDown();
  }
}
