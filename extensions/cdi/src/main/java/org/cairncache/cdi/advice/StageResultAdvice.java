package org.cairncache.cdi.advice;

import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.cache.Cache;
import org.cairncache.cdi.advice.Flights.AsyncLead;
import org.cairncache.cdi.method.CacheKeys;
import org.jspecify.annotations.Nullable;

/**
 * {@code @CacheResult} on a method that returns a stage: what it completes with is kept, by the
 * thread that completes it. Thread-safe.
 */
record StageResultAdvice(Results results, CacheKeys keys, boolean skipGet, Flights flights)
    implements Advice {
  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the caller gets it
  public @Nullable Object around(InvocationContext call) throws Exception {
    Cache<Object, Object> cache = results.cacheOf(call);
    if (cache == null) {
      return call.proceed();
    }
    Object key = keys.of(call);
    if (skipGet) {
      return new First(new Place(cache, key), call).anew();
    }
    long before = flights.landings();
    Object found = results.find(cache, key);
    if (found != null) {
      return CompletableFuture.completedFuture(found);
    }
    Throwable thrown = results.findThrown(call, key);
    if (thrown != null) {
      return CompletableFuture.failedFuture(thrown);
    }
    Place place = new Place(cache, key);
    return flights.flyAsync(place, before, new First(place, call));
  }

  private final class First implements AsyncLead {
    private final Place place;
    private final InvocationContext call;

    First(Place place, InvocationContext call) {
      this.place = place;
      this.call = call;
    }

    @Override
    public @Nullable Object find() {
      return results.find(place.cache(), place.key());
    }

    @Override
    public CompletionStage<@Nullable Object> call(Flight flight) throws Exception {
      return proceed()
          .thenApply(
              result -> {
                flight.keep(() -> results.keep(place.cache(), place.key(), result));
                return result;
              });
    }

    CompletableFuture<@Nullable Object> anew() throws Exception {
      return Stages.copy(
          proceed()
              .thenApply(
                  result -> {
                    flights.supersede(place);
                    results.keep(place.cache(), place.key(), result);
                    return result;
                  }));
    }

    private CompletionStage<@Nullable Object> proceed() throws Exception {
      try {
        return Stages.of(call.proceed()).whenComplete((result, failure) -> failed(failure));
      } catch (Throwable thrown) {
        failed(thrown);
        throw thrown;
      }
    }

    private void failed(@Nullable Throwable failure) {
      if (failure != null) {
        results.keepThrown(call, place.key(), Stages.failureOf(failure));
      }
    }
  }
}
