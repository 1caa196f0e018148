package org.cairncache.spi;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The settings of one cache that its store reads. Immutable. */
public final class Settings {
  /** Bounds a cache by its number of entries. */
  public static final Setting<Long> MAXIMUM_SIZE =
      new Setting<>(
          "maximum-size",
          Long.class,
          "How many entries the cache keeps at the most, at least 0; unbounded by default.");

  /** Bounds a cache by the weight of its entries. */
  public static final Setting<Long> MAXIMUM_WEIGHT =
      new Setting<>(
          "maximum-weight",
          Long.class,
          "How much its entries weigh together at the most, at least 0, in the unit of the weigher;"
              + " unbounded by default.");

  /** Weighs entries for {@link #MAXIMUM_WEIGHT}. */
  @SuppressWarnings("rawtypes")
  public static final Setting<Weigher> WEIGHER =
      new Setting<>("weigher", Weigher.class, "Weighs entries; needed with maximum-weight.");

  /** How often entries past their deadline are looked for. */
  public static final Setting<Duration> EXPIRY_SWEEP =
      new Setting<>(
          "expiry-sweep",
          Duration.class,
          "How often entries past their deadline are looked for, removed, and told to listeners of"
              + " EXPIRED, at least 1 ms; every minute by default in files, and never by default where the"
              + " store itself drops what has expired (Redis, S3, GCS).");

  /** What a read does when the store fails. */
  public static final Setting<Boolean> FAIL_OPEN =
      new Setting<>(
          "fail-open",
          Boolean.class,
          "Whether a read is a miss while the store fails, and a value that was then loaded is"
              + " returned though it cannot be kept; true by default. False: reads throw. Whatever"
              + " changes or compares always throws.");

  /** How a write-through cache on a shared store keeps its source and itself together. */
  public static final Setting<String> WRITE_THROUGH =
      new Setting<>(
          "write-through",
          String.class,
          "How a cache with a writer keeps the writer's database equal to itself while other"
              + " processes write too: `lease` (the default), one of them at a time for each key; or"
              + " `at-least-once`, without a lease, the writer being called again after a lost race."
              + " Nothing without a writer.");

  /** How long the lease of a write-through lasts. */
  public static final Setting<Duration> WRITE_THROUGH_LEASE =
      new Setting<>(
          "write-through-lease",
          Duration.class,
          "How long a process may take for one call of the writer before others may take its key,"
              + " and how long they wait for one that died (and 2 s more), from 100 ms to 1 hour; 30"
              + " seconds by default.");

  /** Nothing is set. */
  public static final Settings NONE = new Settings(Map.of());

  private final Map<Setting<?>, Object> values;

  private Settings(Map<Setting<?>, Object> values) {
    this.values = Map.copyOf(values);
  }

  /** The value of the setting, if it is set. */
  public <T> Optional<T> get(Setting<T> setting) {
    return Optional.ofNullable(values.get(setting)).map(setting.type()::cast);
  }

  /** These settings and one more, which replaces an earlier value of it. */
  public <T> Settings with(Setting<T> setting, T value) {
    Map<Setting<?>, Object> more = new HashMap<>(values);
    more.put(setting, setting.type().cast(value));
    return new Settings(more);
  }

  /** These settings, and of the others those that these do not set and the store knows. */
  public Settings orElse(Settings others, Collection<Setting<?>> known) {
    Map<Setting<?>, Object> all = new HashMap<>(others.values);
    all.keySet().retainAll(known);
    all.putAll(values);
    return new Settings(all);
  }

  /** The settings that are set. */
  public Collection<Setting<?>> defined() {
    return values.keySet();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings settings && values.equals(settings.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The names of the settings, not their values. */
  @Override
  public String toString() {
    return values.keySet().stream().map(Setting::name).sorted().toList().toString();
  }
}
