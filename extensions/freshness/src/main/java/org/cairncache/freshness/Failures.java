package org.cairncache.freshness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.cairncache.freshness.work.BackOff;
import org.jspecify.annotations.Nullable;

/**
 * The keys whose last load failed in this process: when to try again, and what to say until then.
 * Only of the {@value #MOST} keys that failed last. Thread-safe.
 */
final class Failures {
  private static final int MOST = 10_000;

  private final Cache<String, Failure> byKey = Caffeine.newBuilder().maximumSize(MOST).build();
  private final long errorTtl;

  /**
   * @param errorTtl for how many milliseconds a failure is told again
   */
  Failures(long errorTtl) {
    this.errorTtl = errorTtl;
  }

  /**
   * @param cause null if nothing failed, but it is not the time to load
   */
  private record Failure(int count, long notBefore, @Nullable Throwable cause, long toldUntil) {}

  /** Whether a refresh is to wait. */
  boolean isPaused(String key, long now) {
    Failure failure = byKey.getIfPresent(key);
    return failure != null && now < failure.notBefore;
  }

  /** The failure to tell in place of loading, if there is one. */
  @Nullable Throwable toldAgain(String key, long now) {
    Failure failure = errorTtl == 0 ? null : byKey.getIfPresent(key);
    return failure != null && now < failure.toldUntil ? failure.cause : null;
  }

  /** Each failure makes the pause longer, as {@link BackOff} says. */
  void failed(String key, long now, Throwable cause) {
    byKey
        .asMap()
        .compute(
            key,
            (same, before) -> {
              int count = before == null ? 0 : before.count + 1;
              long notBefore = now + BackOff.pauseMillis(count);
              return new Failure(count, notBefore, cause, now + errorTtl);
            });
  }

  /** Somebody else refreshes it. */
  void pause(String key, long untilMillis) {
    byKey
        .asMap()
        .compute(
            key,
            (same, before) ->
                before == null
                    ? new Failure(0, untilMillis, null, 0)
                    : new Failure(
                        before.count,
                        Math.max(before.notBefore, untilMillis),
                        before.cause,
                        before.toldUntil));
  }

  void forget(String key) {
    byKey.invalidate(key);
  }

  void forgetAll() {
    byKey.invalidateAll();
  }
}
