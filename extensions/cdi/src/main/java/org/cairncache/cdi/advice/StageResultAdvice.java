package org.cairncache.cdi.advice;

import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cairncache.cdi.advice.Flights.AsyncLead;
import org.cairncache.cdi.method.CacheKeys;
import org.jspecify.annotations.Nullable;

/**
 * {@code @CacheResult} on a method that returns a stage: what it completes with is kept, by the
 * thread that completes it. Thread-safe.
 */
final class StageResultAdvice extends ResultAdvice {
  StageResultAdvice(Results results, CacheKeys keys, boolean skipGet, Flights flights) {
    super(results, keys, skipGet, flights);
  }

  @Override
  CompletableFuture<Object> answer(Object found) {
    return CompletableFuture.completedFuture(found);
  }

  @Override
  CompletableFuture<Object> fail(Throwable thrown) {
    return CompletableFuture.failedFuture(thrown);
  }

  @Override
  CompletableFuture<@Nullable Object> call(Place place, long before, InvocationContext call)
      throws Exception {
    return flights.flyAsync(place, before, new First(place, call));
  }

  @Override
  CompletableFuture<@Nullable Object> callAnew(Place place, InvocationContext call)
      throws Exception {
    return new First(place, call).anew();
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
