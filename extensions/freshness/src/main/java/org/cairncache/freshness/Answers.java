package org.cairncache.freshness;

import java.util.concurrent.CompletableFuture;
import org.cairncache.freshness.Engine.Call;
import org.jspecify.annotations.Nullable;

/** Answers the calls of a function, and ends its results. Thread-safe. */
interface Answers<V> {
  /** Answers a call; may block for the store and for a load. */
  @Nullable V get(String key, Call<V> call);

  /** As {@link #get}, but blocks for the store alone. */
  CompletableFuture<@Nullable V> getAsync(String key, Call<V> call);

  /** Calls the function whatever is cached; whoever asks meanwhile is answered by that. */
  CompletableFuture<@Nullable V> refresh(String key, Call<V> call);

  /** Ends the result of the key, also where it would be served stale, and any load of it. */
  void invalidate(String key);

  /** Ends any load of the key, as {@link #invalidate}, but touches nothing that is cached. */
  void supersede(String key);

  /** Ends all loads, as {@link #clear}, but touches nothing that is cached. */
  void supersedeAll();

  /** Ends all loads with the tag, as {@link #invalidateTag}, but touches nothing that is cached. */
  void supersedeTag(String tag);

  /** Ends all results in the cache. */
  void clear();

  /** Ends all results that have the tag. */
  void invalidateTag(String tag);

  /** What a call would find. */
  Explanation explain(String key);
}
