package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.cache.integration.CacheLoaderException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FlightTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void join_landedFlight_hasItsValueEvenForItsOwner() {
    Flight<String, String> flight = new Flight<>("a");
    flight.land("v");
    Flight<String, String> empty = new Flight<>("a");
    empty.land(null);

    assertThat(flight.join()).isEqualTo("v");
    assertThat(empty.join()).isNull();
  }

  @Test
  void join_waitsForTheOtherThread() throws Exception {
    Flight<String, String> flight = new Flight<>("a");
    Future<String> waiting = threads.submit(flight::join);

    flight.land("v");

    assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("v");
  }

  @Test
  void join_crashedFlight_throwsWhatTheLoaderThrew() {
    CacheLoaderException failure = new CacheLoaderException("no source");
    Flight<String, String> crashed = new Flight<>("a");
    crashed.crash(failure);
    Flight<String, String> error = new Flight<>("a");
    error.crash(new AssertionError("worse"));

    assertThatThrownBy(crashed::join).isSameAs(failure);
    assertThatThrownBy(error::join).isInstanceOf(AssertionError.class).hasMessage("worse");
  }

  @Test
  void join_ownFlightInTheAir_isRefusedAtOnce() {
    Flight<String, String> flight = new Flight<>("a");

    assertThatThrownBy(flight::join)
        .isInstanceOf(CacheLoaderException.class)
        .hasMessageContaining("waits for this one");
  }

  @Test
  void join_threeThreadsInACircle_doNotWaitForEver() throws Exception {
    int count = 3;
    List<Flight<String, String>> flights = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      flights.add(null);
    }
    CyclicBarrier allTakenOff = new CyclicBarrier(count);
    List<Future<String>> loads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      loads.add(
          threads.submit(
              () -> {
                Flight<String, String> mine = new Flight<>("a");
                flights.set(number, mine);
                allTakenOff.await();
                return load(mine, flights.get((number + 1) % count));
              }));
    }

    int refused = 0;
    for (Future<String> load : loads) {
      try {
        load.get(10, TimeUnit.SECONDS);
      } catch (ExecutionException failure) {
        assertThat(failure).hasCauseInstanceOf(CacheLoaderException.class);
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void join_chainWithoutCircle_isNotRefused() throws Exception {
    Flight<String, String> first = new Flight<>("a");
    Future<String> second =
        threads.submit(
            () -> {
              Flight<String, String> mine = new Flight<>("a");
              return load(mine, first);
            });

    first.land("v");

    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("v");
  }

  private static String load(Flight<String, String> mine, Flight<String, String> needed) {
    try {
      String value = needed.join();
      mine.land(value);
      return value;
    } catch (RuntimeException failure) {
      mine.crash(failure);
      throw failure;
    }
  }
}
