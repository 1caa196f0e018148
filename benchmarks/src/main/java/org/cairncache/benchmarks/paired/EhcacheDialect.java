package org.cairncache.benchmarks.paired;

import java.time.Duration;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;
import org.ehcache.config.builders.CacheConfigurationBuilder;
import org.ehcache.config.builders.ExpiryPolicyBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;
import org.ehcache.expiry.ExpiryPolicy;
import org.ehcache.jsr107.Eh107Configuration;
import org.ehcache.jsr107.config.ConfigurationElementState;
import org.ehcache.jsr107.config.Jsr107CacheConfiguration;
import org.ehcache.spi.loaderwriter.CacheLoaderWriter;

/**
 * Ehcache 3, on the heap: a maximum needs a configuration of its own, whose caches hold references
 * unless a copier is set, and are eternal unless told otherwise. Both are in the chapter on JCache
 * of its user guide, under "Getting to the Ehcache configuration" and "Differences in default
 * behavior".
 */
final class EhcacheDialect implements Dialect {
  private static final Duration HOUR = Duration.ofHours(1);

  @Override
  public Configuration<Object, Object> configuration(CacheShape shape, int entries) {
    Dialect.refuseNear(shape);
    return shape.bounded()
        ? bounded(shape, entries)
        : Dialect.standard(shape, new MutableConfiguration<>());
  }

  private static Configuration<Object, Object> bounded(CacheShape shape, int entries) {
    if (shape.contents().byValue()) {
      throw new UnsupportedOperationException("is bounded here only by reference");
    }
    var builder =
        CacheConfigurationBuilder.newCacheConfigurationBuilder(
                Object.class, Object.class, ResourcePoolsBuilder.heap(shape.maximum(entries)))
            .withExpiry(expiry(shape.lifespan()))
            .withService(
                new Jsr107CacheConfiguration(
                    shape.statistics()
                        ? ConfigurationElementState.ENABLED
                        : ConfigurationElementState.DISABLED,
                    ConfigurationElementState.DISABLED));
    return Eh107Configuration.fromEhcacheCacheConfiguration(
        shape.readThrough() ? builder.withLoaderWriter(new FromOrigin()) : builder);
  }

  private static ExpiryPolicy<Object, Object> expiry(CacheShape.Lifespan lifespan) {
    return switch (lifespan) {
      case ETERNAL -> ExpiryPolicyBuilder.noExpiration();
      case CREATED -> ExpiryPolicyBuilder.expiry().create(HOUR).build();
      case ACCESSED -> ExpiryPolicyBuilder.timeToIdleExpiration(HOUR);
    };
  }

  /** Loads from {@link Origin} and writes nothing. */
  private static final class FromOrigin implements CacheLoaderWriter<Object, Object> {
    @Override
    public Object load(Object key) {
      return Origin.ORIGIN.load(key);
    }

    @Override
    public void write(Object key, Object value) {}

    @Override
    public void delete(Object key) {}
  }
}
