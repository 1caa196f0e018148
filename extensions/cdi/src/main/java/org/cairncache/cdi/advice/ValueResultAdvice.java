package org.cairncache.cdi.advice;

import jakarta.interceptor.InvocationContext;
import org.cairncache.cdi.advice.Flights.Lead;
import org.cairncache.cdi.method.CacheKeys;
import org.jspecify.annotations.Nullable;

/** {@code @CacheResult} on a method that returns its result. Thread-safe. */
final class ValueResultAdvice extends ResultAdvice {
  ValueResultAdvice(Results results, CacheKeys keys, boolean skipGet, Flights flights) {
    super(results, keys, skipGet, flights);
  }

  @Override
  Object answer(Object found) {
    return found;
  }

  @Override
  Object fail(Throwable thrown) throws Exception {
    throw Thrown.itself(thrown);
  }

  @Override
  @Nullable Object call(Place place, long before, InvocationContext call) throws Exception {
    return flights.fly(place, before, new First(place, call));
  }

  @Override
  @Nullable Object callAnew(Place place, InvocationContext call) throws Exception {
    return new First(place, call).anew();
  }

  private final class First implements Lead {
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
    public @Nullable Object call(Flight flight) throws Exception {
      Object result = proceed();
      flight.keep(() -> results.keep(place.cache(), place.key(), result));
      return result;
    }

    @Nullable Object anew() throws Exception {
      Object result = proceed();
      flights.supersede(place);
      results.keep(place.cache(), place.key(), result);
      return result;
    }

    private @Nullable Object proceed() throws Exception {
      try {
        return call.proceed();
      } catch (Throwable thrown) {
        results.keepThrown(call, place.key(), thrown);
        throw thrown;
      }
    }
  }
}
