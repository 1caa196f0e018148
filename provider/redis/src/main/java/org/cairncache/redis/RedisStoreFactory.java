package org.cairncache.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.StoreTraits;
import org.cairncache.spi.encoded.EncodedSettings;
import org.cairncache.spi.encoded.EncodedStore;

/**
 * Opens stores in Redis: {@code redis://host:6379/0?prefix=app}, {@code rediss://}, {@code
 * redis-sentinel://} and {@code redis-cluster://}. Thread-safe.
 */
public final class RedisStoreFactory implements StoreFactory {
  @Override
  public Set<String> schemes() {
    return RedisLocation.SCHEMES;
  }

  @Override
  public StoreTraits traits() {
    return StoreTraits.SHARED;
  }

  @Override
  public List<Setting<?>> settings() {
    List<Setting<?>> all = new ArrayList<>(EncodedSettings.all());
    all.addAll(RedisSettings.all());
    all.add(Settings.EXPIRY_SWEEP);
    return List.copyOf(all);
  }

  @Override
  public <K, V> Store<K, V> open(StoreContext<K, V> context) {
    RedisLocation location = RedisLocation.of(context.uri());
    RedisSettings settings = RedisSettings.of(context);
    Connection connection =
        context.shared(Connections.class, Connections::new).to(location, settings, context);
    return EncodedStore.open(
        new RedisStore(
            new RedisKeys(location.prefix(), context.cacheName()),
            connection,
            new Requests(context.cacheName(), connection, context.observer()),
            context.observer(),
            retention(context).toMillis()),
        context);
  }

  // Nobody takes an entry for expired before the grace has passed; then there must be time to find
  // it and tell its listeners.
  private Duration retention(StoreContext<?, ?> context) {
    Duration grace = traits().expiryGrace();
    Duration sweep = context.settings().get(Settings.EXPIRY_SWEEP).orElse(grace);
    return grace.plus(sweep.multipliedBy(2));
  }
}
