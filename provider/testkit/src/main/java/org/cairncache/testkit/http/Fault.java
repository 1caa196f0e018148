package org.cairncache.testkit.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What goes wrong with a request. */
public sealed interface Fault {
  /** How long a request is held at most. */
  Duration LONGEST_HOLD = Duration.ofMinutes(1);

  /** Whether the server does what was asked for all the same. */
  boolean carriedOut();

  /** The request is carried out, and the connection ends without a reply. */
  static Fault dropReply() {
    return new Silence(true);
  }

  /** The connection ends without a reply, and nothing is carried out. */
  static Fault dropRequest() {
    return new Silence(false);
  }

  /** The request is carried out, and the connection ends before the last byte of the reply. */
  static Fault cutReply() {
    return new Cut();
  }

  /** Nothing is carried out, and this is answered. */
  static Fault answer(Answer answer) {
    return new Wrong(false, answer);
  }

  /** The request is carried out, and yet this is answered. */
  static Fault answerAfterwards(Answer answer) {
    return new Wrong(true, answer);
  }

  /** The request waits so long before it is carried out. */
  static Fault delay(Duration delay) {
    return new Held(true, new CountDownLatch(1), delay);
  }

  /** The request waits for the latch, {@link #LONGEST_HOLD} at most, before it is carried out. */
  static Fault hold(CountDownLatch until) {
    return new Held(true, until, LONGEST_HOLD);
  }

  /** The request is carried out, and the reply waits for the latch, a minute at most. */
  static Fault holdReply(CountDownLatch until) {
    return new Held(false, until, LONGEST_HOLD);
  }

  /** The connection ends without a reply. */
  record Silence(boolean carriedOut) implements Fault {}

  /** The connection ends after a part of the reply. */
  record Cut() implements Fault {
    @Override
    public boolean carriedOut() {
      return true;
    }
  }

  /** Something else is answered. */
  record Wrong(boolean carriedOut, Answer answer) implements Fault {}

  /**
   * All is well in the end, only late.
   *
   * @param beforehand whether the request waits, and not the reply
   */
  record Held(boolean beforehand, CountDownLatch until, Duration atMost) implements Fault {
    @Override
    public boolean carriedOut() {
      return true;
    }

    /** Waits, unless the thread is interrupted. */
    void await() {
      try {
        if (!until.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
          return; // late enough
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
