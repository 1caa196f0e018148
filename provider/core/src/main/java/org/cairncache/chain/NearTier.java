package org.cairncache.chain;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.cairncache.spi.CoarseClock;
import org.cairncache.spi.CodecFactories;
import org.cairncache.spi.CodecFactory;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.Stored;
import org.cairncache.spi.Tier;
import org.cairncache.spi.Weigher;
import org.cairncache.spi.encoded.EncodedSettings;

/**
 * A near level, ready to be opened over the level under it. Immutable.
 *
 * @param place where it keeps its entries
 * @param under where the levels under it keep theirs
 * @param ttl how long it goes by them
 */
record NearTier(LevelPlace place, List<URI> under, Duration ttl) {
  private static final Duration STANDARD_TTL = Duration.ofMinutes(1);
  private static final Duration SHORTEST_TTL = Duration.ofMillis(1);
  private static final Duration LONGEST_TTL = Duration.ofDays(10_000);

  /**
   * At this place, going by its entries for as long as is set there.
   *
   * @throws IllegalArgumentException if that is out of its bounds, or the store cannot be a near
   *     level
   */
  NearTier(LevelPlace place, List<URI> under) {
    this(place, List.copyOf(under), place.tier().settings().get(Tier.TTL).orElse(STANDARD_TTL));
    if (ttl.compareTo(SHORTEST_TTL) < 0 || ttl.compareTo(LONGEST_TTL) > 0) {
      throw place.wrong(Tier.TTL.name() + " must be from 1 ms to 10000 days, not " + ttl);
    }
    List<Setting<?>> known = place.factory().settings();
    if (!place.isHeap() && !known.contains(EncodedSettings.CODEC)) {
      throw place.wrong("cannot be a near level, for it has no codec that could be told of tokens");
    }
  }

  /** Opens it over the far level. */
  <K, V> Store<K, V> open(Store<K, V> far, StoreContext<K, V> cache) {
    Position position = new Position(cache.cacheName(), place.level(), cache.observer());
    Near<K, V> near = openNear(far, cache, position);
    try {
      CoarseClock coarse =
          cache.shared(CoarseClock.class, () -> CoarseClock.of(cache.clock(), cache.scheduler()));
      Outage outage = new Outage(position, cache.settings().get(Settings.FAIL_OPEN).orElse(true));
      Level<K, V> level = new Level<>(near, far, ttl, cache.clock(), coarse);
      Runnable sweep =
          () -> {
            if (!outage.lasts()) {
              level.sweep();
            }
          };
      return new ChainStore<>(
          level,
          far,
          position,
          outage,
          new Notices<>(level, cache.executor()),
          new NearSweep(sweep, ttl, cache.scheduler(), cache.executor()));
    } catch (RuntimeException | Error failure) {
      near.close();
      throw failure;
    }
  }

  private <K, V> Near<K, V> openNear(Store<K, V> far, StoreContext<K, V> cache, Position position) {
    Settings settings = place.settings(cache.settings());
    long keepMillis = ttl.toMillis();
    if (place.isHeap()) {
      return new HeapNear<>(openMap(cache, weighingEntries(settings)), keepMillis);
    }
    Store<K, Stored<V>> store =
        place.factory().open(context(cache, keepingTokens(settings, cache, far, under)));
    return new SharedNear<>(
        store,
        position.toString(),
        keepMillis,
        cache.clock(),
        !place.factory().traits().expirySweep().isZero());
  }

  private <K, V> ConcurrentMap<K, NearEntry<V>> openMap(
      StoreContext<K, V> cache, Settings settings) {
    LevelContext<K, NearEntry<V>> context = context(cache, settings);
    return place
        .factory()
        .openMap(context)
        .orElseThrow(() -> place.wrong("cannot be a near level: it makes no map for one"));
  }

  @SuppressWarnings(
      "unchecked") // nobody looks on the heap; elsewhere the codec makes entries of it
  private <K, E> LevelContext<K, E> context(StoreContext<K, ?> cache, Settings settings) {
    return new LevelContext<>(
        cache,
        place.tier().store(),
        settings,
        (Class<E>) cache.valueType(),
        new NearObserver(cache.observer()));
  }

  // What the application weighs are its values.
  @SuppressWarnings("unchecked") // the configuration pairs the weigher with its cache's types
  private static <K, V> Settings weighingEntries(Settings settings) {
    return settings
        .get(Settings.WEIGHER)
        .map(
            given -> {
              Weigher<K, V> weigher = given;
              Weigher<K, NearEntry<V>> entries = weigher::weighEntry;
              return settings.with(Settings.WEIGHER, entries);
            })
        .orElse(settings);
  }

  // With or without a slash at its end a directory is the same.
  private static String home(List<URI> under) {
    return under.stream()
        .map(uri -> uri.toString().replaceFirst("/+$", ""))
        .collect(Collectors.joining(" "));
  }

  private static Settings keepingTokens(
      Settings settings, StoreContext<?, ?> cache, Store<?, ?> far, List<URI> under) {
    CodecFactory values =
        settings
            .get(EncodedSettings.CODEC)
            .or(() -> CodecFactories.find("java", cache.classLoader()))
            .orElseThrow();
    return settings
        .with(EncodedSettings.CODEC, new LevelCodecFactory(values, far, home(under)))
        .with(EncodedSettings.DEDUPE_WRITES, false);
  }
}
