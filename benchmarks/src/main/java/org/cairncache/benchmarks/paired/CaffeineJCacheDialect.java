package org.cairncache.benchmarks.paired;

import com.github.benmanes.caffeine.jcache.configuration.CaffeineConfiguration;
import java.util.OptionalLong;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;

/**
 * Caffeine JCache: a maximum size is a property of its own configuration class, as the page on
 * JCache of its wiki says.
 */
final class CaffeineJCacheDialect implements Dialect {
  @Override
  public Configuration<Object, Object> configuration(CacheShape shape, int entries) {
    Dialect.refuseNear(shape);
    var configuration =
        new CaffeineConfiguration<>(Dialect.standard(shape, new MutableConfiguration<>()));
    if (shape.bounded()) {
      configuration.setMaximumSize(OptionalLong.of(shape.maximum(entries)));
    }
    return configuration;
  }
}
