package org.cairncache.spi.object;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.StoreObserver.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Sends what one cache asks of a service, tells the observer how each request ended, and waits
 * before what failed is sent again: a little, by chance, twice as long each time. Thread-safe.
 *
 * @param cacheName what messages name
 * @param patience how long after the first request of an operation another may begin
 */
record Requests(ObjectBucket bucket, String cacheName, Duration patience, StoreObserver observer) {
  private static final int MOST_ATTEMPTS = 5;
  private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

  /** Sends one request, once. */
  <T> Answer<T> send(Operation operation, Supplier<Answer<T>> request) {
    long start = System.nanoTime();
    Answer<T> answer = request.get();
    long nanos = System.nanoTime() - start;
    Throwable cause = failure(answer);
    if (cause == null) {
      observer.succeeded(operation, nanos);
    } else {
      observer.failed(operation, nanos, cause);
    }
    return answer;
  }

  /**
   * Sends a request that does no harm twice, again and again if it must.
   *
   * @return the answer, null if there is no such object, or not in the version that was asked for
   * @throws StoreException if it keeps failing
   */
  <T> @Nullable T ask(Operation operation, Supplier<Answer<T>> request) {
    Attempts attempts = attempts();
    while (true) {
      Answer<T> answer = send(operation, request);
      if (answer instanceof Answer.Value<T> value) {
        return value.value();
      }
      if (answer instanceof Answer.Missing<T> || answer instanceof Answer.Unmet<T>) {
        return null;
      }
      if (!(answer instanceof Answer.Failed<T>) || !attempts.another(answer)) {
        throw failed(operation, answer);
      }
    }
  }

  /** Of a new operation. */
  Attempts attempts() {
    return new Attempts(System.nanoTime() + patience.toNanos());
  }

  /** What a caller is told of a request after which nothing is done. */
  StoreException failed(Operation operation, Answer<?> answer) {
    Throwable cause = failure(answer);
    String failed = "failed on " + bucket.service().name() + ": ";
    if (cause == null) {
      return new StoreException(text(operation, failed + "others are at the same object"));
    }
    return new StoreException(text(operation, failed + bucket.reason(cause)), cause);
  }

  /** What a caller is told where nobody knows what was done. */
  OutcomeUnknownException unknown(Operation operation, Answer<?> answer) {
    String text =
        text(
            operation,
            "was sent to "
                + bucket.service().name()
                + ", and nobody knows whether it was carried out or will be");
    Throwable cause = failure(answer);
    return cause == null
        ? new OutcomeUnknownException(text)
        : new OutcomeUnknownException(text + ": " + bucket.reason(cause), cause);
  }

  private static @Nullable Throwable failure(Answer<?> answer) {
    if (answer instanceof Answer.Refused<?> refused) {
      return refused.cause();
    }
    return answer instanceof Answer.Failed<?> failed ? failed.cause() : null;
  }

  /** What a message says of an operation. */
  String text(Operation operation, String what) {
    return "Cache \"" + cacheName + "\": " + operation + " " + what;
  }

  /** How often the requests of one operation are sent. Belongs to one thread. */
  static final class Attempts {
    private final long endNanos;
    private int made = 1;
    private long pauseNanos = FIRST_PAUSE_NANOS;

    private Attempts(long endNanos) {
      this.endNanos = endNanos;
    }

    /** Whether there may be another after this answer, and a pause. */
    boolean another(Answer<?> answer) {
      if (answer instanceof Answer.Failed<?> failed) {
        pauseNanos = Math.max(pauseNanos, failed.pause().toNanos());
      }
      long pause = ThreadLocalRandom.current().nextLong(pauseNanos / 2, pauseNanos);
      pauseNanos *= 2;
      return another(pause);
    }

    /** Whether there may be another at once. */
    boolean anotherNow() {
      return another(0);
    }

    // Never for one who is interrupted.
    private boolean another(long pause) {
      if (made == MOST_ATTEMPTS
          || endNanos - System.nanoTime() < pause
          || Thread.currentThread().isInterrupted()) {
        return false;
      }
      if (pause > 0) {
        LockSupport.parkNanos(pause);
      }
      made++;
      return true;
    }
  }
}
