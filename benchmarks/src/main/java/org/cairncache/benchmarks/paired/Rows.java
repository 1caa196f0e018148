package org.cairncache.benchmarks.paired;

import static org.cairncache.benchmarks.paired.CacheShape.PLAIN;

import java.util.List;
import java.util.stream.Stream;
import org.cairncache.benchmarks.paired.CacheShape.Lifespan;

/** The table of what is measured. A row added here appears in every mode and report. */
final class Rows {
  private static final CacheShape BOUNDED = PLAIN.asBounded();
  private static final CacheShape CREATED = PLAIN.expiring(Lifespan.CREATED);
  private static final CacheShape ACCESSED = PLAIN.expiring(Lifespan.ACCESSED);

  /** Rows timed in turns. */
  static final List<Row> TIMED =
      List.of(
          new Row("get", "get hit, eternal, unbounded", Operation.GET, PLAIN, 1.10),
          new Row("get-fit", "get hit, eternal, fit", Operation.GET, BOUNDED, 1.05),
          new Row("get-stats", "get hit, statistics on", Operation.GET, PLAIN.counting(), 1.15),
          new Row("get-created", "get hit, CreatedExpiry", Operation.GET, CREATED, 0.40),
          new Row("get-accessed", "get hit, AccessedExpiry", Operation.GET, ACCESSED, 0.40),
          new Row("get-near", "near hit over Redis, eternal", Operation.GET, PLAIN.asNear(), 1.30),
          new Row(
              "get-near-fit", "near hit over Redis, fit", Operation.GET, BOUNDED.asNear(), 1.30),
          new Row(
              "get-near-created",
              "near hit over Redis, CreatedExpiry",
              Operation.GET,
              CREATED.asNear(),
              1.30),
          new Row("cached", "Cached.get, fresh", Operation.CALL, PLAIN.asFunction(), 1.50),
          new Row("get-miss", "get miss", Operation.GET_MISS, PLAIN, 1.10),
          new Row("put", "put over, unbounded", Operation.PUT, PLAIN, 1.20),
          new Row("put-fit", "put over, fit", Operation.PUT, BOUNDED, 1.10),
          new Row("put-stats", "put, statistics on", Operation.PUT, PLAIN.counting(), 1.20),
          new Row("mix-fit", "75/25 mix of get and put, fit", Operation.MIX, BOUNDED, 0.95),
          new Row("invoke", "invoke (increment)", Operation.INCREMENT, PLAIN, 1.40),
          new Row("invoke-fit", "invoke (increment), fit", Operation.INCREMENT, BOUNDED, 1.40),
          new Row("get-all", "getAll, per call of 50", Operation.GET_ALL, PLAIN, 1.10),
          new Row("put-all", "putAll, per call of 50", Operation.PUT_ALL, PLAIN, 1.15),
          new Row(
              "load", "read-through miss, bounded", Operation.LOAD, PLAIN.asReadThrough(), 1.15),
          new Row(
              "get-value-mutable",
              "get hit by value, mutable object",
              Operation.GET,
              PLAIN.holding(Contents.MUTABLE),
              3.00),
          new Row(
              "get-value-record",
              "get hit by value, record",
              Operation.GET,
              PLAIN.holding(Contents.RECORD),
              1.15),
          new Row(
              "get-value-text",
              "get hit by value, String",
              Operation.GET,
              PLAIN.holding(Contents.TEXT),
              1.15));

  /** Rows weighed once. */
  static final List<FootprintRow> FOOTPRINTS =
      List.of(
          new FootprintRow("bytes", "bytes per entry, eternal", PLAIN, PLAIN, 16),
          new FootprintRow("bytes-fit", "bytes per entry, fit", BOUNDED, BOUNDED, 16),
          new FootprintRow("bytes-created", "bytes per entry, CreatedExpiry", CREATED, PLAIN, 24));

  private Rows() {}

  /**
   * Refuses ids that no row has.
   *
   * @throws IllegalArgumentException that lists the known ones
   */
  static void check(List<String> ids) {
    List<String> known =
        Stream.concat(TIMED.stream().map(Row::id), FOOTPRINTS.stream().map(FootprintRow::id))
            .toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new IllegalArgumentException("No row " + id + "; known: " + known);
      }
    }
  }

  /** The timed row of that id. */
  static Row timed(String id) {
    check(List.of(id));
    return TIMED.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }

  /** The footprint row of that id. */
  static FootprintRow footprint(String id) {
    check(List.of(id));
    return FOOTPRINTS.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }
}
