package org.cairncache.cdi.advice;

import jakarta.interceptor.InvocationContext;
import javax.cache.Cache;
import org.cairncache.cdi.advice.Flights.Lead;
import org.cairncache.cdi.method.CacheKeys;
import org.jspecify.annotations.Nullable;

/** {@code @CacheResult} on a method that returns its result. Thread-safe. */
record ResultAdvice(Results results, CacheKeys keys, boolean skipGet, Flights flights)
    implements Advice {
  @Override
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
      return found;
    }
    Throwable thrown = results.findThrown(call, key);
    if (thrown != null) {
      throw Thrown.itself(thrown);
    }
    Place place = new Place(cache, key);
    return flights.fly(place, before, new First(place, call));
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
