package org.cairncache.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.cairncache.freshness.CachedObserver;

/**
 * The meters of a function. What every function meets has its meters from the start, so that the
 * first event of it is a change; the rest, such as an answer of a near level, with the first event.
 * Thread-safe.
 */
final class FunctionMeters implements CachedObserver {
  private final Slots<Answer, Slots<Source, Counter>> gets;
  private final Slots<Cause, Slots<Result, Timer>> loads;
  private final Timer staleAge;
  private final Counter waits;
  private final Counter putOff;
  private final Counter storeFailures;

  FunctionMeters(Meters meters) {
    gets = new Slots<>(Answer.class, answer -> gets(meters, answer));
    loads = new Slots<>(Cause.class, cause -> loads(meters, cause));
    staleAge = meters.timer("cairn.function.stale.age", "Age of the old values that were served");
    waits = meters.counter("cairn.function.waits", "Calls that waited for the load of another one");
    putOff =
        meters.counter(
            "cairn.function.refreshes.put.off", "Refreshes for which there was no room, or thread");
    storeFailures =
        meters.counter("cairn.function.store.failures", "Failures of the store that calls met");
    begin();
  }

  private static Slots<Source, Counter> gets(Meters meters, Answer answer) {
    return new Slots<>(
        Source.class,
        source ->
            meters.counter(
                "cairn.function.gets",
                "Calls, by how they were answered and from where",
                "outcome",
                Meters.tag(answer),
                "source",
                Meters.tag(source)));
  }

  private static Slots<Result, Timer> loads(Meters meters, Cause cause) {
    return new Slots<>(
        Result.class,
        result ->
            meters.timer(
                "cairn.function.loads",
                "Loads, by why they began and how they ended",
                "cause",
                Meters.tag(cause),
                "result",
                Meters.tag(result)));
  }

  private void begin() {
    for (Answer answer : Answer.values()) {
      boolean loads = answer == Answer.LOADED || answer == Answer.ERROR;
      gets.of(answer).begin(loads ? Source.LOADER : Source.STORE);
    }
    for (Cause cause : Cause.values()) {
      loads.of(cause).begin(Result.SUCCESS, Result.FAILURE);
    }
  }

  @Override
  public void answered(Answer answer, Source source) {
    gets.of(answer).of(source).increment();
  }

  @Override
  public void servedStale(Duration age) {
    staleAge.record(age.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void loaded(Cause cause, Result result, long nanos) {
    loads.of(cause).of(result).record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void waited() {
    waits.increment();
  }

  @Override
  public void refreshPutOff() {
    putOff.increment();
  }

  @Override
  public void storeFailed(Throwable cause) {
    storeFailures.increment();
  }
}
