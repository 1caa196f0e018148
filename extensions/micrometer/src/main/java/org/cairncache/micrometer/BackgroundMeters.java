package org.cairncache.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.cairncache.freshness.background.BackgroundObserver;
import org.cairncache.freshness.background.Mirror;
import org.cairncache.freshness.background.WriteTask;

/**
 * The meters of a background task. What can happen to any has its meters from the start; the gauges
 * of writers and of mirrors come with the first of them. Thread-safe.
 */
final class BackgroundMeters implements BackgroundObserver {
  private final Meters meters;
  private final Slots<Result, Timer> refreshes;
  private final Slots<Pull, Timer> pulls;
  private final Counter led;
  private final Counter lost;
  private final Counter storeFailures;
  private final Counter ended;

  BackgroundMeters(Meters meters) {
    this.meters = meters;
    refreshes =
        new Slots<>(
            Result.class,
            result ->
                meters.timer(
                    "cairn.background.refreshes",
                    "Loads on a schedule, by how they ended",
                    "result",
                    Meters.tag(result)));
    pulls =
        new Slots<>(
            Pull.class,
            pull ->
                meters.timer(
                    "cairn.background.pulls",
                    "Looks of mirrors into the store, by how they ended",
                    "result",
                    Meters.tag(pull)));
    led = change(meters, "taken");
    lost = change(meters, "lost");
    storeFailures =
        meters.counter("cairn.background.store.failures", "Failures of the store that tasks met");
    ended = meters.counter("cairn.background.ended", "Tasks that have ended by themselves");
    refreshes.begin(Result.SUCCESS, Result.FAILURE);
  }

  private static Counter change(Meters meters, String change) {
    return meters.counter(
        "cairn.background.leases", "Leases that this process took and lost", "change", change);
  }

  @Override
  public void writes(WriteTask<?> task) {
    meters.gauge(
        "cairn.background.writing",
        "1 while this process is the one that writes, else 0",
        task,
        writer -> writer.isWriting() ? 1 : 0);
    meters.gauge(
        "cairn.background.epoch",
        "The number of the lease under which this process writes; 0 without",
        task,
        WriteTask::epoch);
  }

  @Override
  public void reads(Mirror<?> mirror) {
    pulls.begin(Pull.CHANGED, Pull.UNCHANGED, Pull.FAILURE);
    meters.seconds(
        "cairn.background.mirror.age",
        "How long ago the value of the mirror was written",
        mirror,
        Mirror::age);
    meters.seconds(
        "cairn.background.writer.silence",
        "For how long the next value is overdue; 0 while it is not",
        mirror,
        each -> each.age().map(age -> each.writerSilence().orElse(Duration.ZERO)));
    meters.gauge(
        "cairn.background.mirror.present",
        "1 while the mirror has a value, else 0",
        mirror,
        each -> each.isPresent() ? 1 : 0);
  }

  @Override
  public void refreshed(Result result, long nanos) {
    refreshes.of(result).record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void led(long epoch) {
    led.increment();
  }

  @Override
  public void lost(long epoch) {
    lost.increment();
  }

  @Override
  public void pulled(Pull result, long nanos) {
    pulls.of(result).record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void storeFailed(Throwable cause) {
    storeFailures.increment();
  }

  @Override
  public void ended(String why) {
    ended.increment();
  }
}
