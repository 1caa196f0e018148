package org.cairncache.examples.writerreader;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.cairncache.freshness.background.Mirror;

/** The main class of a process that reads. */
final class Reader {
  private final Mirror<String> mirror;
  private volatile boolean ended;
  private volatile long oldestMillis;

  private Reader(Mirror<String> mirror) {
    this.mirror = mirror;
  }

  /**
   * Reads until its input ends.
   *
   * @param args where Redis is
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Member.say(What.READY, "to read");
    try (Rates rates = Rates.in(URI.create(args[0]));
        Mirror<String> mirror = rates.read()) {
      new Reader(mirror).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    while (mirror.get() == null) {
      Thread.sleep(1); // nobody has written yet
    }
    Thread watch = new Thread(this::watch, "watch");
    watch.start();
    Calls calls = new Calls(mirror);
    calls.start();
    Member.awaitEnd();
    ended = true;
    watch.join();
    Member.say(What.CALLED, calls.end(oldestMillis).numbers());
  }

  /** Says what is there, and when the writer is missed. */
  private void watch() {
    String before = "";
    boolean missed = false;
    while (!ended) {
      String value = Objects.requireNonNullElse(mirror.get(), "nothing");
      long age = mirror.age().orElse(Duration.ZERO).toMillis();
      oldestMillis = Math.max(oldestMillis, age);
      if (!value.equals(before)) {
        Member.say(What.READS, value);
        before = value;
        missed = false;
      } else if (!missed && mirror.writerSilentSince().isPresent()) {
        Member.say(
            What.MISSES, String.format(Locale.ROOT, "a newer one; it is %.1f s old", age / 1e3));
        missed = true;
      }
      LockSupport.parkNanos(MILLISECONDS.toNanos(10));
    }
  }
}
