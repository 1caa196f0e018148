package org.cairncache.cdi.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    threads.shutdownNow();
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
  void flyAsync_anotherLandedSinceTheCallerLooked_takesWhatThatKept() throws Exception {
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

  @Test
  void fly_anotherTakesTooLong_isCalledByOneOfThoseWhoWait() throws Exception {
    Flights impatient = new Flights(Duration.ofMillis(50));
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    Flights.Lead counting =
        new Flights.Lead() {
          @Override
          public Object find() {
            return cache.get("k");
          }

          @Override
          public Object call(Flight flight) throws Exception {
            int call = calls.incrementAndGet();
            if (call == 1) {
              end.await();
            }
            flight.keep(() -> cache.put("k", "call" + call));
            return "call" + call;
          }
        };
    CompletableFuture<Object> first = inBackground(impatient, counting);
    await().until(() -> calls.get() == 1);
    List<CompletableFuture<Object>> others =
        Stream.generate(() -> inBackground(impatient, counting)).limit(3).toList();

    for (CompletableFuture<Object> other : others) {
      assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo("call2");
    }
    assertThat(first).isNotDone();
    end.countDown();
    assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("call1");
  }

  private CompletableFuture<Object> inBackground(Flights impatient, Flights.Lead lead) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return impatient.fly(place, 0, lead);
          } catch (Exception failure) {
            throw new IllegalStateException(failure);
          }
        },
        threads);
  }

  @Test
  void flyAsync_stageThatIsNeverCompleted_isCalledAgain() throws Exception {
    Flights impatient = new Flights(Duration.ofMillis(50));
    Flights.AsyncLead never =
        new Flights.AsyncLead() {
          @Override
          public Object find() {
            return null;
          }

          @Override
          public CompletionStage<Object> call(Flight flight) {
            return new CompletableFuture<>();
          }
        };
    CompletableFuture<Object> first = impatient.flyAsync(place, 0, never);
    await().untilAsserted(() -> assertThat(callAgain(impatient)).isEqualTo("second"));
    assertThat(first).isNotDone();
  }

  private Object callAgain(Flights impatient) throws Exception {
    return impatient.flyAsync(place, 0, asyncLead("second")).getNow("not yet");
  }
}
