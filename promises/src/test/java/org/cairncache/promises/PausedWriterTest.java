package org.cairncache.promises;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairncache.testkit.OwnManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Promise 18: a process that writes under a lease, is stopped between its look at the lease and its
 * commit, and goes on when others have taken over, writes nothing old over what is new.
 */
@Timeout(900)
final class PausedWriterTest {
  private static final double TAKE_OVER_MILLIS = 1_000; // after the lease
  private static final int OFF_MINUTES = 10;

  @TempDir private Path directory;

  private final Map<String, ChildJvm> writers = new LinkedHashMap<>();
  private final List<Long> takeOvers = new ArrayList<>();
  private int leaseMillis = Form.of(1_000, 2_000);

  @AfterEach
  void killAll() throws InterruptedException {
    for (ChildJvm writer : writers.values()) {
      writer.close();
    }
  }

  /** Where a process is stopped, and whether the entry is taken away before and meanwhile. */
  private enum Stop {
    COMMIT(Hold.COMMIT, false),
    COMMIT_OVER_NOTHING(Hold.COMMIT, true),
    LOAD(Hold.LOAD, false),
    LOAD_OVER_NOTHING(Hold.LOAD, true);

    private final String place;
    private final boolean removed;

    Stop(String place, boolean removed) {
      this.place = place;
      this.removed = removed;
    }

    static Stop of(int round) {
      return values()[round % values().length];
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"REDIS", "FILE", "S3"})
  void stoppedBeforeItsCommit_writesNothingOldOverNew(Medium medium) throws Exception {
    run(medium, 0, Form.of(1, 50));
  }

  /** Where processes of several hosts meet, so not on files. */
  @ParameterizedTest
  @EnumSource(names = {"REDIS", "S3"})
  void clocksTenMinutesOff_writesNothingOldOverNew(Medium medium) throws Exception {
    assumeTrue(Form.NIGHTLY || medium == Medium.REDIS, "the short form has one of them");
    // An object store's clock is known to the second.
    leaseMillis = Math.max(leaseMillis, medium == Medium.S3 ? 2_000 : 0);
    run(medium, OFF_MINUTES, Form.of(1, 50));
  }

  private void run(Medium medium, int offMinutes, int rounds) throws Exception {
    try (Place place = medium.open(directory)) {
      ConfigurationFile store = ConfigurationFile.write(directory, "store", place);
      writers.put("a", ChildJvm.start(PausedWriter.class, store, "a", leaseMillis, offMinutes));
      writers.put("b", ChildJvm.start(PausedWriter.class, store, "b", leaseMillis, -offMinutes));
      try (OwnManager manager = new OwnManager(store.path().toUri());
          EpochWatch watch = EpochWatch.start(PausedWriter.cache(manager))) {
        for (ChildJvm writer : writers.values()) {
          writer.hear();
        }
        beforeTheFirst(watch);
        for (int round = 0; round < rounds; round++) {
          stop(Stop.of(medium.ordinal() + round), watch);
        }
        report(medium, offMinutes, watch);
      }
    }
  }

  /** The first value ever is not written before others are. */
  private void beforeTheFirst(EpochWatch watch) throws Exception {
    ChildJvm first = writer("a");
    first.say("hold " + Hold.COMMIT);
    first.say("write");
    long stopped = pause(first, watch);
    writer("b").say("write");
    watch.until(seen -> seen.by().equals("b"));
    goOn(first, stopped, () -> {}, watch);
  }

  private void stop(Stop stop, EpochWatch watch) throws Exception {
    EpochWatch.Seen before = watch.last();
    ChildJvm leader = writer(before.by());
    Runnable remove = stop.removed ? watch::remove : () -> {};
    remove.run();
    leader.say("hold " + stop.place);
    long stopped = pause(leader, watch);
    EpochWatch.Seen after = watch.until(seen -> !seen.by().equals(before.by()));
    takeOvers.add(after.nanos() - stopped);
    goOn(leader, stopped, remove, watch);
  }

  /**
   * Stops it where it is held, and soon after it renewed its lease: others have to wait long then.
   * Not while it renews it: on files it would keep a lock, and all others out, until it goes on.
   */
  private long pause(ChildJvm writer, EpochWatch watch) throws Exception {
    assertThat(writer.hear()).isEqualTo(PausedWriter.HELD);
    watch.untilRenewed();
    Time.pass(Duration.ofMillis(leaseMillis / 10)); // it renews it at a third
    writer.pause();
    return System.nanoTime();
  }

  private void goOn(ChildJvm writer, long stopped, Runnable first, EpochWatch watch)
      throws Exception {
    Time.passUntil(stopped + MILLISECONDS.toNanos(leaseMillis));
    first.run();
    long now = HostClock.micros();
    writer.say("go on"); // before it can renew its lease
    writer.resume();
    String ended = writer.hear();
    watch.until(seen -> seen.number() > now);
    assertThat(watch.stepsBack()).as("old over new").isEmpty();
    assertThat(ended).isIn("FENCED", "FAILURE");
  }

  private ChildJvm writer(String name) {
    ChildJvm writer = writers.get(name);
    assertThat(writer).as("writer " + name).isNotNull();
    return writer;
  }

  private void report(Medium medium, int offMinutes, EpochWatch watch) {
    Figures figures = Figures.of(takeOvers.stream().mapToLong(Long::longValue));
    Form.report(
        18,
        medium,
        ("clocks %d minutes off, a lease of %d ms, stopped %d times: %d old over new in %d looks;"
                + " taken over after %s")
            .formatted(
                2 * offMinutes,
                leaseMillis,
                takeOvers.size() + 1,
                watch.stepsBack().size(),
                watch.reads(),
                figures));
    assertThat(figures.millis(1)).isLessThanOrEqualTo(Form.bound(leaseMillis + TAKE_OVER_MILLIS));
  }
}
