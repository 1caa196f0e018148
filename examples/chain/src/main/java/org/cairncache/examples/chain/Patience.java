package org.cairncache.examples.chain;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what comes by itself, and does again what took longer than it is good for. */
final class Patience {
  private static final long LIMIT_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long SLACK_NANOS = Duration.ofMillis(500).toNanos();
  private static final int TIMES_TOO_LATE = 50;
  private static final long POLL_MILLIS = 1;

  private Patience() {}

  /** Calls until the answer is such, and says how long that took; the last one after 10 s. */
  static Answer until(Predicate<Answer> wanted, Supplier<Answer> call) throws InterruptedException {
    long start = System.nanoTime();
    for (; ; Thread.sleep(POLL_MILLIS)) {
      Answer answer = call.get();
      long passed = System.nanoTime() - start;
      if (wanted.test(answer) || passed > LIMIT_NANOS) {
        return answer.after(passed);
      }
    }
  }

  /**
   * Waits until the memory level no longer goes by what it has, then calls; or until it has done so
   * for too long, however late the machine may be.
   */
  static Answer past(Duration ttl, Supplier<Answer> call) throws InterruptedException {
    long start = System.nanoTime();
    int tooLate = 0;
    Thread.sleep(ttl.toMillis());
    for (; ; Thread.sleep(POLL_MILLIS)) {
      tooLate += System.nanoTime() - start > ttl.toNanos() + SLACK_NANOS ? 1 : 0;
      Answer answer = call.get();
      boolean stillGood = answer.served().equals(Served.by(Level.MEMORY));
      if (!stillGood || tooLate > TIMES_TOO_LATE) {
        return answer;
      }
    }
  }

  /**
   * Calls right after something else: both again if the machine was so slow that the memory level
   * may have ended in between.
   */
  static Answer rightAfter(Runnable before, Supplier<Answer> call) {
    long begun = System.nanoTime();
    for (; ; ) {
      long start = System.nanoTime();
      before.run();
      Answer answer = call.get();
      long end = System.nanoTime();
      if (end - start < Client.MEMORY_TTL.toNanos() / 2 || end - begun > LIMIT_NANOS) {
        return answer;
      }
    }
  }
}
