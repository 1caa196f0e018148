package org.cairncache.examples.writerreader;

import static org.cairncache.examples.writerreader.WriterReader.EAST;
import static org.cairncache.examples.writerreader.WriterReader.NORTH;
import static org.cairncache.examples.writerreader.WriterReader.SOUTH;
import static org.cairncache.examples.writerreader.WriterReader.WEST;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What came of the example. */
record Report(List<Event> events) {
  // The lease is what is promised; on a busy machine a thread is late as well.
  private static final Duration LIMIT = Rates.LEASE.plus(Rates.EVERY.multipliedBy(3));

  /** Whether it is what must. */
  boolean isRight() {
    return isTakenOver() && isRightFor(EAST) && isRightFor(WEST);
  }

  /** Whether one wrote until it was killed, and then the other one. */
  boolean isTakenOver() {
    List<Event> leads = events.stream().filter(event -> event.what() == What.LEADS).toList();
    return leads.size() == 2
        && leads.get(0).process().equals(NORTH)
        && leads.get(1).process().equals(SOUTH)
        && first(NORTH, What.KILLED).compareTo(first(SOUTH, What.LEADS)) < 0
        && first(SOUTH, What.LEADS).compareTo(first(SOUTH, What.LOADS)) <= 0
        && silence().compareTo(LIMIT) < 0;
  }

  /** Whether a reader missed the writer, saw no value after a newer one, and never waited. */
  boolean isRightFor(String reader) {
    return has(reader, What.MISSES) && isInOrder(values(reader)) && called(reader).isRight();
  }

  private static boolean isInOrder(List<Value> values) {
    for (int i = 1; i < values.size(); i++) {
      if (!values.get(i).follows(values.get(i - 1))) {
        return false;
      }
    }
    return true;
  }

  private List<Value> values(String reader) {
    return events.stream()
        .filter(event -> event.is(reader, What.READS))
        .map(event -> Value.of(event.detail()))
        .toList();
  }

  Called called(String reader) {
    return events.stream()
        .filter(event -> event.is(reader, What.CALLED))
        .map(event -> Called.of(event.detail()))
        .findFirst()
        .orElseThrow();
  }

  /** From the end of the one writer to the beginning of the other. */
  Duration silence() {
    return first(SOUTH, What.LEADS).minus(first(NORTH, What.KILLED));
  }

  private boolean has(String process, What what) {
    return events.stream().anyMatch(event -> event.is(process, what));
  }

  private Duration first(String process, What what) {
    return events.stream()
        .filter(event -> event.is(process, what))
        .findFirst()
        .orElseThrow()
        .time();
  }

  @Override
  public String toString() {
    return String.format(
            Locale.ROOT,
            "%n%.1f s from the end of %s to the lease of %s, which is one of %d s%s%n%n",
            Event.seconds(silence()),
            NORTH,
            SOUTH,
            Rates.LEASE.toSeconds(),
            isTakenOver() ? "" : "  WRONG")
        + Called.HEADER
        + called(EAST).row(EAST, isRightFor(EAST))
        + called(WEST).row(WEST, isRightFor(WEST));
  }
}
