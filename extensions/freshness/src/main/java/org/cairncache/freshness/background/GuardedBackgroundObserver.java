package org.cairncache.freshness.background;

import org.cairncache.freshness.work.Guard;

/** Keeps from tasks what an observer throws. As thread-safe as the observer. */
record GuardedBackgroundObserver(BackgroundObserver observer) implements BackgroundObserver {
  @Override
  public void writes(WriteTask<?> task) {
    tell(() -> observer.writes(task));
  }

  @Override
  public void reads(Mirror<?> mirror) {
    tell(() -> observer.reads(mirror));
  }

  @Override
  public void refreshed(Result result, long nanos) {
    tell(() -> observer.refreshed(result, nanos));
  }

  @Override
  public void led(long epoch) {
    tell(() -> observer.led(epoch));
  }

  @Override
  public void lost(long epoch) {
    tell(() -> observer.lost(epoch));
  }

  @Override
  public void pulled(Pull result, long nanos) {
    tell(() -> observer.pulled(result, nanos));
  }

  @Override
  public void storeFailed(Throwable cause) {
    tell(() -> observer.storeFailed(cause));
  }

  @Override
  public void ended(String why) {
    tell(() -> observer.ended(why));
  }

  private void tell(Runnable what) {
    Guard.tell(observer, what);
  }
}
