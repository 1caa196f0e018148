package org.cairncache.freshness;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.cairncache.freshness.CachedObserver.Answer;
import org.cairncache.freshness.CachedObserver.Source;
import org.cairncache.freshness.Loads.Order;
import org.cairncache.freshness.work.Reservation;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a call is answered: by what is cached, fresh or old, or by a load. A fresh hit reads
 * the clock once. Thread-safe.
 */
final class Engine<V> implements Answers<V> {
  private final Entries<V> entries;
  private final Tags<V> tags;
  private final Loads<V> loads;
  private final Failures failures;
  private final Policy policy;
  private final CachedObserver observer;
  private final ScheduledExecutorService scheduler;

  Engine(
      Entries<V> entries,
      Tags<V> tags,
      Loads<V> loads,
      Failures failures,
      Policy policy,
      CachedObserver observer,
      ScheduledExecutorService scheduler) {
    this.entries = entries;
    this.tags = tags;
    this.loads = loads;
    this.failures = failures;
    this.policy = policy;
    this.observer = observer;
    this.scheduler = scheduler;
  }

  /** Makes the call of a function, if one is needed. */
  interface Call<V> {
    Order<V> order(String key);
  }

  @Override
  public @Nullable V get(String key, Call<V> call) {
    Stored<V> found = entries.find(key);
    long now = entries.clock().millis();
    Freshness freshness = freshnessOf(found, now);
    if (found != null && freshness == Freshness.FRESH) {
      return fresh(found, now, key, call);
    }
    if (found != null && freshness == Freshness.STALE) {
      return stale(found, now, key, call);
    }
    boolean here = policy.hardTimeout() == 0 && policy.softTimeout() == 0;
    return Waiting.await(begin(call.order(key), found, freshness, now, here));
  }

  @Override
  public CompletableFuture<@Nullable V> getAsync(String key, Call<V> call) {
    try {
      Stored<V> found = entries.find(key);
      long now = entries.clock().millis();
      Freshness freshness = freshnessOf(found, now);
      if (found != null && freshness == Freshness.FRESH) {
        return CompletableFuture.completedFuture(fresh(found, now, key, call));
      }
      if (found != null && freshness == Freshness.STALE) {
        return CompletableFuture.completedFuture(stale(found, now, key, call));
      }
      return begin(call.order(key), found, freshness, now, false);
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  @Override
  public CompletableFuture<@Nullable V> refresh(String key, Call<V> call) {
    try {
      return loads.reload(call.order(key), entries.find(key)).landing().copy();
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private Freshness freshnessOf(@Nullable Stored<V> found, long now) {
    Freshness freshness = found == null ? Freshness.DEAD : policy.freshnessOf(found, now);
    return found == null || freshness == Freshness.DEAD || tags.areCurrent(found)
        ? freshness
        : Freshness.DEAD;
  }

  private @Nullable V fresh(Stored<V> found, long now, String key, Call<V> call) {
    if (policy.isDue(found, now)) {
      loads.refresh(key, call, found, now);
    }
    observer.answered(Answer.FRESH, sourceOf(found));
    return entries.valueOf(found);
  }

  private @Nullable V stale(Stored<V> found, long now, String key, Call<V> call) {
    loads.refresh(key, call, found, now);
    return old(found, now, Answer.STALE);
  }

  private @Nullable V old(Stored<V> found, long now, Answer answer) {
    observer.answered(answer, sourceOf(found));
    observer.servedStale(age(found, now));
    return entries.valueOf(found);
  }

  private CompletableFuture<@Nullable V> begin(
      Order<V> order, @Nullable Stored<V> found, Freshness freshness, long now, boolean here) {
    Stored<V> old = freshness == Freshness.FOR_ERRORS ? found : null;
    if (old != null && failures.isPaused(order.key(), now)) {
      return CompletableFuture.completedFuture(old(old, now, Answer.STALE_ON_ERROR));
    }
    Throwable again = old == null ? failures.toldAgain(order.key(), now) : null;
    if (again != null) {
      observer.answered(Answer.ERROR, Source.LOADER);
      return CompletableFuture.failedFuture(again);
    }
    return answer(loads.load(order, found, here).landing(), old);
  }

  // Each caller has a stage of its own: to cancel it cancels nobody else's.
  private CompletableFuture<@Nullable V> answer(
      CompletableFuture<@Nullable V> landing, @Nullable Stored<V> old) {
    CompletableFuture<@Nullable V> answer = new CompletableFuture<>();
    var unused = landing.whenComplete((value, failure) -> landed(answer, value, failure, old));
    if (!answer.isDone() && old != null && policy.softTimeout() > 0) {
      limit(
          answer,
          policy.softTimeout(),
          () -> landed(answer, null, tooSlow("soft", policy.softTimeout()), old));
    }
    if (!answer.isDone() && policy.hardTimeout() > 0) {
      limit(
          answer,
          policy.hardTimeout(),
          () -> landed(answer, null, tooSlow("hard", policy.hardTimeout()), old));
    }
    return answer;
  }

  private void limit(CompletableFuture<?> answer, long millis, Runnable end) {
    Future<?> limit = scheduler.schedule(end, millis, MILLISECONDS);
    var unused = answer.whenComplete((value, failure) -> limit.cancel(false));
  }

  private LoadTimeoutException tooSlow(String limit, long millis) {
    return new LoadTimeoutException(
        "Cache \""
            + entries.cacheName()
            + "\": a load takes longer than the "
            + limit
            + " timeout of "
            + millis
            + " ms");
  }

  private void landed(
      CompletableFuture<@Nullable V> answer,
      @Nullable V value,
      @Nullable Throwable failure,
      @Nullable Stored<V> old) {
    if (answer.isDone()) {
      return;
    }
    if (failure == null) {
      observer.answered(Answer.LOADED, Source.LOADER);
      answer.complete(value);
    } else if (old != null && !(failure instanceof Error)) {
      answer.complete(old(old, entries.clock().millis(), Answer.STALE_ON_ERROR));
    } else {
      observer.answered(Answer.ERROR, Source.LOADER);
      answer.completeExceptionally(failure);
    }
  }

  @Override
  public void invalidate(String key) {
    try {
      entries.remove(key);
    } finally {
      supersede(key);
    }
  }

  @Override
  public void supersede(String key) {
    loads.supersede(key);
    failures.forget(key);
  }

  @Override
  public void supersedeAll() {
    loads.supersedeAll();
    failures.forgetAll();
  }

  @Override
  public void clear() {
    try {
      entries.clear();
    } finally {
      supersedeAll();
    }
  }

  @Override
  public void invalidateTag(String tag) {
    try {
      tags.invalidate(tag);
    } finally {
      supersedeTag(tag);
    }
  }

  @Override
  public void supersedeTag(String tag) {
    loads.supersedeTagged(tag);
  }

  @Override
  public Explanation explain(String key) {
    Stored<V> found = entries.find(key);
    long now = entries.clock().millis();
    Freshness freshness = freshnessOf(found, now);
    boolean loading = loads.isLoading(key);
    String decision = decision(key, found, freshness, now, loading);
    return found == null || freshness == Freshness.DEAD
        ? Explanation.ofNothing(key, loading, decision)
        : new Explanation(
            key,
            freshness,
            Optional.of(sourceOf(found)),
            found.writtenAtMillis() == 0 ? Optional.empty() : Optional.of(age(found, now)),
            instant(found.freshUntilMillis()),
            instant(found.expiresAtMillis()),
            loading,
            decision);
  }

  private static Duration age(Stored<?> entry, long now) {
    return Duration.ofMillis(Math.max(0, now - entry.writtenAtMillis()));
  }

  private String decision(
      String key, @Nullable Stored<V> found, Freshness freshness, long now, boolean loading) {
    String refresh =
        loading
            ? "a load is under way"
            : failures.isPaused(key, now) ? "the last load failed, so it waits" : "it is loaded";
    return switch (freshness) {
      case FRESH ->
          found != null && policy.isDue(found, now)
              ? "served, and refreshed ahead of time: " + refresh
              : "served";
      case STALE -> "served stale, and refreshed: " + refresh;
      case FOR_ERRORS -> "served only if loading fails: " + refresh;
      case DEAD ->
          (found == null
                  ? "nothing is cached: "
                  : found.isExpiredAt(now)
                      ? "it has expired: "
                      : !found.isReadable() && !found.isNull()
                          ? "it cannot be decoded: "
                          : Reservation.is(found)
                              ? "it is being loaded, here or elsewhere: "
                              : "a tag of it was invalidated: ")
              + refresh;
    };
  }

  private static Optional<Instant> instant(long millis) {
    return millis == Lifetime.NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static Source sourceOf(Stored<?> entry) {
    return entry.origin() == entry ? Source.STORE : Source.NEAR;
  }
}
