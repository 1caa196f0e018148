package org.cairncache.freshness;

import java.time.Duration;
import org.cairncache.freshness.work.Guard;

/** Keeps from callers and loads what an observer throws. As thread-safe as the observer. */
record GuardedObserver(CachedObserver observer) implements CachedObserver {
  @Override
  public void answered(Answer answer, Source source) {
    tell(() -> observer.answered(answer, source));
  }

  @Override
  public void servedStale(Duration age) {
    tell(() -> observer.servedStale(age));
  }

  @Override
  public void loaded(Cause cause, Result result, long nanos) {
    tell(() -> observer.loaded(cause, result, nanos));
  }

  @Override
  public void waited() {
    tell(observer::waited);
  }

  @Override
  public void refreshPutOff() {
    tell(observer::refreshPutOff);
  }

  @Override
  public void storeFailed(Throwable cause) {
    tell(() -> observer.storeFailed(cause));
  }

  private void tell(Runnable what) {
    Guard.tell(observer, what);
  }
}
