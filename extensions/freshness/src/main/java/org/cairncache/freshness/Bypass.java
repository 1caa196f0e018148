package org.cairncache.freshness;

import java.util.concurrent.CompletableFuture;
import org.cairncache.freshness.CachedObserver.Answer;
import org.cairncache.freshness.CachedObserver.Source;
import org.cairncache.freshness.Engine.Call;
import org.jspecify.annotations.Nullable;

/** Calls the function each time and stores nothing: what a ttl of zero means. Thread-safe. */
record Bypass<V>(Entries<V> entries, Tags<V> tags, CachedObserver observer) implements Answers<V> {
  @Override
  public @Nullable V get(String key, Call<V> call) {
    return Waiting.await(getAsync(key, call));
  }

  @Override
  public CompletableFuture<@Nullable V> getAsync(String key, Call<V> call) {
    CompletableFuture<@Nullable V> answer;
    LoadContext<?> outer = LoadContext.enter(LoadContext.withoutStaleValue(tags));
    try {
      answer = call.order(key).load().begin().toCompletableFuture();
    } catch (Throwable failure) {
      answer = CompletableFuture.failedFuture(failure);
    } finally {
      LoadContext.enter(outer);
    }
    return answer.whenComplete(
        (value, failure) ->
            observer.answered(failure == null ? Answer.LOADED : Answer.ERROR, Source.LOADER));
  }

  @Override
  public CompletableFuture<@Nullable V> refresh(String key, Call<V> call) {
    return getAsync(key, call);
  }

  @Override
  public void invalidate(String key) {
    entries.remove(key);
  }

  @Override
  public void supersede(String key) {}

  @Override
  public void supersedeAll() {}

  @Override
  public void supersedeTag(String tag) {}

  @Override
  public void clear() {
    entries.clear();
  }

  @Override
  public void invalidateTag(String tag) {
    tags.invalidate(tag);
  }

  @Override
  public Explanation explain(String key) {
    return Explanation.ofNothing(key, false, "the ttl is zero: the function is called each time");
  }
}
