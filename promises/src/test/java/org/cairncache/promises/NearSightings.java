package org.cairncache.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** What the readers of near levels saw, against what was acknowledged when. For one thread. */
final class NearSightings {
  private final Acknowledged acknowledged;
  private final List<Sighting> seen = new ArrayList<>();
  private final List<Span> excused = new ArrayList<>();
  private long near;
  private long far;

  NearSightings(Acknowledged acknowledged) {
    this.acknowledged = acknowledged;
  }

  private record Span(long fromMicros, long untilMicros) {}

  /** In this time reads may give anything that was there. In the order of the times. */
  void excuse(long fromMicros, long untilMicros) {
    excused.add(new Span(fromMicros, untilMicros));
  }

  /** Takes what a reader tells in the end. */
  void add(List<String> lines) {
    String[] counts = lines.get(0).split(" ");
    near += Long.parseLong(counts[0]);
    far += Long.parseLong(counts[1]);
    lines.stream().skip(1).map(Sighting::of).forEach(seen::add);
  }

  /** What part of the reads the near levels answered. */
  double nearPart() {
    return (double) near / (near + far);
  }

  /** What was seen so much later than it was replaced, but for what is excused. */
  List<Sighting> staleBeyond(long micros) {
    return seen.stream().filter(one -> isStaleBeyond(one, micros)).toList();
  }

  private boolean isStaleBeyond(Sighting one, long micros) {
    long outdated = acknowledged.outdatedMicros(one);
    if (outdated > one.lastMicros() - micros) {
      return false;
    }
    long from = Math.max(one.firstMicros(), outdated + micros);
    for (Span span : excused) {
      if (span.fromMicros <= from && from < span.untilMicros) {
        from = span.untilMicros;
      }
    }
    return from <= one.lastMicros();
  }

  /** How long after they were replaced values were still given out, but for what is excused. */
  Figures ages() {
    return Figures.of(
        seen.stream()
            .filter(one -> excused.stream().noneMatch(span -> overlaps(one, span)))
            .mapToLong(one -> one.lastMicros() - acknowledged.outdatedMicros(one))
            .filter(age -> age > 0)
            .map(age -> age * 1_000));
  }

  private static boolean overlaps(Sighting one, Span span) {
    return one.firstMicros() <= span.untilMicros && span.fromMicros <= one.lastMicros();
  }

  /** From the acknowledgement of what was put in this time to the first read that gave it. */
  Figures arrivals(long fromMicros, long untilMicros) {
    return Figures.of(
        seen.stream()
            .flatMapToLong(
                one -> {
                  long put = acknowledged.micros(one.key(), one.value()).orElse(0);
                  return fromMicros <= put && put < untilMicros
                      ? LongStream.of(Math.max(0, one.firstMicros() - put) * 1_000)
                      : LongStream.empty();
                }));
  }

  @Override
  public String toString() {
    return "replaced values given out for %s; %d reads, %.1f %% near"
        .formatted(ages(), near + far, 100 * nearPart());
  }
}
