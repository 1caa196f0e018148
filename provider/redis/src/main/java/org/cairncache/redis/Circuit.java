package org.cairncache.redis;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests to a server that does not answer, so that callers wait for it a few times only.
 * While it is open nobody but this circuit tries: it sends a PING every {@value #PROBE_MILLIS} ms
 * and closes with the first answer. Thread-safe.
 */
final class Circuit {
  private static final long PROBE_MILLIS = 100;
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
  // The breaker of the library would let a caller through now and then; a PING costs none of them.
  private static final Duration UNTIL_CLOSED = Duration.ofDays(10_000);

  /** What a circuit asks of the server. */
  interface Server {
    /** Completes when the server answers, exceptionally when it does not within its time. */
    CompletableFuture<?> ping();

    /** The server has said nothing for 2 s, or for 2 s more: look for it elsewhere. */
    void silent();
  }

  private final Server server;
  private final ScheduledExecutorService scheduler;
  private final Consumer<Boolean> listener;
  private final CircuitBreaker<Object> breaker;
  // Spares the breaker's lock where nothing has failed since the last success.
  private volatile boolean failing;
  private volatile long silentNanos;
  private volatile @Nullable Future<?> probing;
  private volatile @Nullable CompletableFuture<?> asked;

  /**
   * For one server.
   *
   * @param failures how many in a row open it
   * @param listener told true when it opens and false when it closes
   */
  Circuit(
      Server server, ScheduledExecutorService scheduler, int failures, Consumer<Boolean> listener) {
    this.server = server;
    this.scheduler = scheduler;
    this.listener = listener;
    this.breaker =
        CircuitBreaker.builder()
            .withFailureThreshold(failures)
            .withDelay(UNTIL_CLOSED)
            .onOpen(event -> opened())
            .onClose(event -> closed())
            .build();
  }

  /** Whether requests are refused. */
  boolean isOpen() {
    return breaker.isOpen();
  }

  /** The server answered, whatever it said. */
  void succeeded() {
    if (failing && breaker.isClosed()) {
      failing = false;
      breaker.recordSuccess();
    }
  }

  /** The server did not answer. */
  void failed() {
    breaker.recordFailure();
    failing = true;
  }

  private void opened() {
    silentNanos = System.nanoTime();
    listener.accept(true);
    try {
      probing =
          scheduler.scheduleWithFixedDelay(
              this::probe, PROBE_MILLIS, PROBE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      // The manager is closing, and nobody will ask any more.
    }
  }

  private void closed() {
    Future<?> running = probing;
    if (running != null) {
      running.cancel(false);
    }
    failing = false;
    listener.accept(false);
  }

  private void probe() {
    CompletableFuture<?> last = asked;
    if (last != null && !last.isDone()) {
      return;
    }
    CompletableFuture<?> ping = ask();
    asked =
        ping.whenComplete(
            (answer, failure) -> {
              if (failure == null) {
                breaker.close();
              } else {
                unanswered();
              }
            });
  }

  // What is thrown here would end the probing for good.
  private CompletableFuture<?> ask() {
    try {
      return server.ping();
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private void unanswered() {
    long now = System.nanoTime();
    if (now - silentNanos > SILENCE_NANOS) {
      silentNanos = now;
      server.silent();
    }
  }
}
