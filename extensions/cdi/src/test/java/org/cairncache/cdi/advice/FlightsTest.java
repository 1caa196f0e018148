package org.cairncache.cdi.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.testkit.OwnManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers that just missed each other. */
final class FlightsTest {
  private final OwnManager manager = new OwnManager(URI.create("memory:flights"));
  private final Cache<Object, Object> cache = manager.cache("c", new MutableConfiguration<>());
  private final Place place = new Place(cache, "k");
  private final Flights flights = new Flights();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void fly_anotherLandedSinceTheCallerLooked_takesWhatThatKept() throws Exception {
    long before = flights.landings();
    Object first = flights.fly(place, before, lead("first"));
    Object second = flights.fly(place, before, lead("second"));
    assertThat(first).isEqualTo("first");
    assertThat(second).isEqualTo("first");
  }

  private Flights.Lead lead(String result) {
    return new Flights.Lead() {
      @Override
      public Object find() {
        return cache.get("k");
      }

      @Override
      public Object call(Flight flight) {
        flight.keep(() -> cache.put("k", result));
        return result;
      }
    };
  }

  @Test
  void flyAsync_anotherLandedSinceTheCallerLooked_takesWhatThatKept() {
    long before = flights.landings();
    assertThat(flights.flyAsync(place, before, asyncLead("first")).join()).isEqualTo("first");
    assertThat(flights.flyAsync(place, before, asyncLead("second")).join()).isEqualTo("first");
  }

  private Flights.AsyncLead asyncLead(String result) {
    Flights.Lead lead = lead(result);
    return new Flights.AsyncLead() {
      @Override
      public Object find() {
        return lead.find();
      }

      @Override
      public CompletionStage<Object> call(Flight flight) throws Exception {
        return CompletableFuture.completedFuture(lead.call(flight));
      }
    };
  }

  @Test
  void fly_nobodyLandedSinceTheCallerLooked_doesNotLookAgain() throws Exception {
    cache.put("k", "not looked for");
    assertThat(flights.fly(place, flights.landings(), lead("called"))).isEqualTo("called");
  }
}
