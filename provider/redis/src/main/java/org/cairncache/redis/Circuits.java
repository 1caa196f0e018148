package org.cairncache.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cairncache.spi.StoreObserver;

/** The circuits of one place, one for each server, and who hears of them. Thread-safe. */
final class Circuits {
  private static final Logger LOG = System.getLogger(Circuits.class.getName());

  private final String place;
  private final int failures;
  private final ScheduledExecutorService scheduler;
  private final Set<StoreObserver> observers = new CopyOnWriteArraySet<>();
  private final ConcurrentMap<String, Circuit> circuits = new ConcurrentHashMap<>();
  private final Set<String> open = ConcurrentHashMap.newKeySet();

  /**
   * For one place.
   *
   * @param place what the log calls it
   * @param failures how many in a row open a circuit
   */
  Circuits(String place, int failures, ScheduledExecutorService scheduler) {
    this.place = place;
    this.failures = failures;
    this.scheduler = scheduler;
  }

  /** The circuit to the server of this name. */
  Circuit of(String server, Function<String, Circuit.Server> make) {
    Circuit there = circuits.get(server);
    return there != null
        ? there
        : circuits.computeIfAbsent(
            server,
            name ->
                new Circuit(
                    make.apply(name), scheduler, failures, isOpen -> changed(name, isOpen)));
  }

  /** Whether some server is not asked. */
  boolean isAnyOpen() {
    return !open.isEmpty();
  }

  void add(StoreObserver observer) {
    observers.add(observer);
  }

  void remove(StoreObserver observer) {
    observers.remove(observer);
  }

  /** Tells every cache of the place. */
  void tell(Consumer<StoreObserver> news) {
    observers.forEach(news);
  }

  // One open circuit of many is an open circuit; the last one that closes closes it.
  private synchronized void changed(String server, boolean isOpen) {
    boolean before = !open.isEmpty();
    if (isOpen) {
      open.add(server);
      LOG.log(
          Level.WARNING,
          "{0} does not answer: requests to {1} are refused until it does",
          place,
          server);
    } else {
      open.remove(server);
      LOG.log(Level.INFO, "{0}: {1} answers again", place, server);
    }
    if (before == open.isEmpty()) {
      tell(observer -> observer.circuitOpen(!before));
    }
  }
}
