package org.cairncache.benchmarks.paired;

import javax.cache.configuration.Configuration;
import org.cache2k.Cache2kBuilder;
import org.cache2k.jcache.ExtendedMutableConfiguration;

/** cache2k: holds 2,000 entries unless told otherwise, so both kinds of shape set a capacity. */
final class Cache2kDialect implements Dialect {
  @Override
  public Configuration<Object, Object> configuration(CacheShape shape, int entries) {
    Dialect.refuseNear(shape);
    long capacity = shape.bounded() ? CacheShape.capacityFor(entries) : Long.MAX_VALUE;
    var builder = Cache2kBuilder.of(Object.class, Object.class).entryCapacity(capacity);
    return Dialect.standard(shape, ExtendedMutableConfiguration.of(builder));
  }
}
