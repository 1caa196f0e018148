package org.cairncache.examples.writerreader;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What all processes did, in the order in which it was heard of. Thread-safe. */
final class Timeline {
  private static final long LIMIT_SECONDS = 60;

  private final long begun = System.nanoTime();
  private final Consumer<String> progress;
  private final List<Event> events = new ArrayList<>(); // guarded by this

  /**
   * @param progress told each event as it comes
   */
  Timeline(Consumer<String> progress) {
    this.progress = progress;
    progress.accept(Event.HEADER);
  }

  synchronized void add(String process, What what, String detail) {
    Event event = new Event(Duration.ofNanos(System.nanoTime() - begun), process, what, detail);
    events.add(event);
    if (what != What.CALLED) {
      progress.accept(event.toString());
    }
    notifyAll();
  }

  synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /** How often a process did this. */
  synchronized int count(String process, What what) {
    return (int) events.stream().filter(event -> event.is(process, what)).count();
  }

  /**
   * Returns when a process has done this.
   *
   * @throws IllegalStateException if it has not for a minute
   */
  void await(String process, What what) throws InterruptedException {
    await(event -> event.is(process, what));
  }

  /** Likewise, when it has read this value or a later one of the same writer. */
  void awaitValue(String reader, Value value) throws InterruptedException {
    await(event -> event.is(reader, What.READS) && Value.of(event.detail()).reaches(value));
  }

  private synchronized void await(Predicate<Event> wanted) throws InterruptedException {
    long end = System.nanoTime() + SECONDS.toNanos(LIMIT_SECONDS);
    while (events.stream().noneMatch(wanted)) {
      long left = NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new IllegalStateException("Nothing happens after " + events);
      }
      wait(left);
    }
  }
}
