package org.cairncache.benchmarks.paired;

import javax.cache.Cache;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.Factory;
import javax.cache.configuration.FactoryBuilder;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;

/** How a JCache provider is told the one thing JSR-107 has no word for: the maximum size. */
interface Dialect {
  /**
   * A configuration of that shape.
   *
   * @throws UnsupportedOperationException where the provider has no such configuration
   */
  Configuration<Object, Object> configuration(CacheShape shape, int entries);

  /** The dialect of a provider that is known only by its JSR-107 interface. */
  static Configuration<Object, Object> plain(CacheShape shape, int entries) {
    refuseNear(shape);
    if (shape.bounded()) {
      throw new UnsupportedOperationException("JSR-107 has no maximum size");
    }
    return standard(shape, new MutableConfiguration<>());
  }

  /**
   * A function over the cache, and what gives it a result.
   *
   * @throws UnsupportedOperationException where the provider has none
   */
  default OpenCache function(Cache<Object, Object> cache, Runnable closer) {
    throw new UnsupportedOperationException("has no cached functions");
  }

  /** Refuses a shape of more levels than one. */
  static void refuseNear(CacheShape shape) {
    if (shape.near()) {
      throw new UnsupportedOperationException("has no near level over Redis through JSR-107");
    }
  }

  /** Sets on {@code target} what JSR-107 can say of the shape. */
  static MutableConfiguration<Object, Object> standard(
      CacheShape shape, MutableConfiguration<Object, Object> target) {
    if (shape.readThrough()) {
      target
          .setReadThrough(true)
          .setCacheLoaderFactory(new FactoryBuilder.SingletonFactory<>(Origin.ORIGIN));
    }
    return target
        .setTypes(shape.contents().keyType(), shape.contents().valueType())
        .setStoreByValue(shape.contents().byValue())
        .setStatisticsEnabled(shape.statistics())
        .setExpiryPolicyFactory(policy(shape.lifespan()));
  }

  private static Factory<? extends ExpiryPolicy> policy(CacheShape.Lifespan lifespan) {
    return switch (lifespan) {
      case ETERNAL -> EternalExpiryPolicy.factoryOf();
      case CREATED -> CreatedExpiryPolicy.factoryOf(Duration.ONE_HOUR);
      case ACCESSED -> AccessedExpiryPolicy.factoryOf(Duration.ONE_HOUR);
    };
  }
}
