package org.cairncache.benchmarks.paired;

import javax.cache.configuration.Configuration;
import org.cache2k.Cache2kBuilder;
import org.cache2k.jcache.ExtendedMutableConfiguration;
import org.cache2k.jcache.JCacheConfig;

/**
 * cache2k: holds 2,000 entries unless told otherwise, so both kinds of shape set a capacity; and
 * where its own configuration is used it holds references unless told to copy as JSR-107 says. Both
 * are in the chapter on JCache of its user guide.
 */
final class Cache2kDialect implements Dialect {
  @Override
  public Configuration<Object, Object> configuration(CacheShape shape, int entries) {
    Dialect.refuseNear(shape);
    long capacity = shape.bounded() ? shape.maximum(entries) : Long.MAX_VALUE;
    var builder =
        Cache2kBuilder.of(shape.contents().keyType(), shape.contents().valueType())
            .entryCapacity(capacity)
            .with(JCacheConfig.class, config -> config.copyAlwaysIfRequested(true));
    return Dialect.standard(shape, ExtendedMutableConfiguration.of(builder));
  }
}
