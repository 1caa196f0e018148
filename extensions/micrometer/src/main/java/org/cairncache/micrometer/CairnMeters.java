package org.cairncache.micrometer;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.cairncache.freshness.CachedObserver;
import org.cairncache.freshness.background.BackgroundObserver;
import org.cairncache.spi.StoreObserver;

/**
 * Observers that record what caches, cached functions and background tasks tell in one registry:
 *
 * <pre>{@code
 * CairnMeters meters = CairnMeters.in(registry);
 * CairnConfiguration.builder(String.class, User.class).observer(meters.store("users"));
 * Cached.of(users).key("user:{id}").observer(meters.function("users", "find"));
 * Background.read(shared).key("rates").observer(meters.background("shared", "rates"));
 * }</pre>
 *
 * <p>The meters are found when an observer is made, or with the first event of a kind, and kept: an
 * event looks nothing up in the registry. They are tagged with the names of the cache and of the
 * function or task, never with a key. Keep one of these for each registry; of two with the same
 * tags the gauges of the second are not registered. Thread-safe.
 */
public final class CairnMeters {
  private final Meters meters;
  private final ConcurrentMap<String, StoreMeters> stores = new ConcurrentHashMap<>();
  private final ConcurrentMap<FunctionName, FunctionMeters> functions = new ConcurrentHashMap<>();

  private final ConcurrentMap<TaskName, BackgroundMeters> tasks = new ConcurrentHashMap<>();

  private record TaskName(String cache, String task) {}

  private record FunctionName(String cache, String function) {}

  private CairnMeters(Meters meters) {
    this.meters = meters;
  }

  /**
   * Records in this registry.
   *
   * @param tags further tags of all meters, as keys and values in turn: what tells apart two
   *     managers that have caches of the same name
   * @throws IllegalArgumentException if a value is missing
   */
  public static CairnMeters in(MeterRegistry registry, String... tags) {
    return new CairnMeters(new Meters(requireNonNull(registry), Tags.of(tags)));
  }

  /** The observer for the store of this cache; the same one each time. */
  public StoreObserver store(String cache) {
    return stores.computeIfAbsent(cache, name -> new StoreMeters(meters.tagged("cache", name)));
  }

  /**
   * The observer for a function over this cache, where there is no other: its tag {@code function}
   * is {@code none}.
   */
  public CachedObserver function(String cache) {
    return function(cache, "none");
  }

  /**
   * The observer for the function of this name over this cache; the same one each time, so
   * functions that share a name are counted together.
   */
  public CachedObserver function(String cache, String function) {
    return functions.computeIfAbsent(
        new FunctionName(cache, function),
        name -> new FunctionMeters(meters.tagged("cache", cache, "function", function)));
  }

  /**
   * The observer for the background task of this name over this cache; the same one each time, so a
   * task that writes and its mirror may share it. Of two mirrors, or two that write, only the first
   * has gauges.
   */
  public BackgroundObserver background(String cache, String task) {
    return tasks.computeIfAbsent(
        new TaskName(cache, task),
        name -> new BackgroundMeters(meters.tagged("cache", cache, "task", task)));
  }
}
