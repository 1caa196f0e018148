package org.cairncache.cdi.advice;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/**
 * The calls under way, one for each key of each cache: who asks for the key meanwhile waits for it.
 * A change of the key by an annotated method of this process ends the call for others: they begin
 * one of their own, and its result is not kept. So does a call that takes too long, or a stage that
 * is never completed: one of those who wait calls the method again. Thread-safe.
 */
public final class Flights {
  private final ConcurrentMap<Place, Flight> flights = new ConcurrentHashMap<>();
  private final AtomicLong landings = new AtomicLong();
  private final Waits waits = new Waits();
  private final long patienceNanos;

  /** Calls for which nobody waits longer than a minute. */
  public Flights() {
    this(Duration.ofMinutes(1));
  }

  /** Calls for which nobody waits longer than this. */
  Flights(Duration patience) {
    patienceNanos = patience.toNanos();
  }

  /** What a caller does that is the first. */
  interface Lead {
    /** Looks into the cache once more; null if nothing is there. */
    @Nullable Object find();

    /** Calls the method and keeps the result, with the flight's leave. */
    @Nullable Object call(Flight flight) throws Exception;
  }

  /** As {@link Lead}, for a method that returns a stage. */
  interface AsyncLead {
    /** Looks into the cache once more; null if nothing is there. */
    @Nullable Object find();

    /** Calls the method; the stage completes when the result is kept. */
    CompletionStage<@Nullable Object> call(Flight flight) throws Exception;
  }

  /** To be asked before a caller looks into the cache. */
  long landings() {
    return landings.get();
  }

  /**
   * Calls the method, or waits for the one who does.
   *
   * @param before what {@link #landings} was before the caller looked into the cache
   */
  @Nullable Object fly(Place place, long before, Lead lead) throws Exception {
    while (true) {
      Flight own = new Flight();
      Flight other = claim(place, own);
      if (other == null) {
        return lead(place, own, before, lead);
      }
      if (!waits.begin(other)) {
        return lead.call(own);
      }
      if (waits.await(other, patienceNanos - other.ageNanos())) {
        return other.landing().join();
      }
    }
  }

  // The flight that others are on; null if this caller is the first, or that one takes too long.
  private @Nullable Flight claim(Place place, Flight own) {
    while (true) {
      Flight other = flights.putIfAbsent(place, own);
      if (other == null || other.ageNanos() < patienceNanos) {
        return other;
      }
      if (flights.replace(place, other, own)) {
        return null;
      }
    }
  }

  /**
   * As {@link #fly}, for a method that returns a stage; waits for nobody. To cancel the answer
   * cancels nobody else's.
   *
   * @throws Exception what the method threw in place of returning a stage
   */
  CompletableFuture<@Nullable Object> flyAsync(Place place, long before, AsyncLead lead)
      throws Exception {
    Flight own = new Flight();
    Flight other = claim(place, own);
    if (other != null && other.thread() != Thread.currentThread()) {
      return Stages.copy(other.landing());
    }
    CompletionStage<@Nullable Object> begun;
    try {
      begun = begin(own, before, lead);
    } catch (Throwable thrown) {
      landAsync(place, own, other == null, null, thrown);
      throw thrown;
    }
    begun.whenComplete((result, failure) -> landAsync(place, own, other == null, result, failure));
    own.leave();
    return Stages.copy(own.landing());
  }

  private CompletionStage<@Nullable Object> begin(Flight own, long before, AsyncLead lead)
      throws Exception {
    Object found = landings.get() == before ? null : lead.find();
    return found != null ? CompletableFuture.completedFuture(found) : lead.call(own);
  }

  private void landAsync(
      Place place,
      Flight own,
      boolean first,
      @Nullable Object result,
      @Nullable Throwable failure) {
    if (first) {
      land(place, own);
    }
    Stages.complete(own.landing(), result, failure);
  }

  private @Nullable Object lead(Place place, Flight own, long before, Lead lead) throws Exception {
    try {
      // Who landed since then may have kept what this caller did not see.
      Object found = landings.get() == before ? null : lead.find();
      Object result = found != null ? found : lead.call(own);
      own.landing().complete(result);
      return result;
    } catch (Throwable thrown) {
      own.landing().completeExceptionally(thrown);
      throw thrown;
    } finally {
      land(place, own);
    }
  }

  // What is to be kept is.
  private void land(Place place, Flight own) {
    landings.incrementAndGet();
    flights.remove(place, own);
  }

  /** Ends the call for this key; to be called before the key is changed. */
  void supersede(Place place) {
    Flight flight = flights.get(place);
    if (flight != null) {
      flight.supersede();
      flights.remove(place, flight);
    }
  }

  /** Ends the calls for all keys of a cache; to be called before it is changed. */
  void supersedeAll(Cache<Object, Object> cache) {
    for (Place place : flights.keySet()) {
      if (place.cache() == cache) {
        supersede(place);
      }
    }
  }
}
