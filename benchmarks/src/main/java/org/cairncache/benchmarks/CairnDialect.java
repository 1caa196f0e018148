package org.cairncache.benchmarks;

import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.CairnConfiguration;

/** Cairn: a maximum size is a property of its own configuration class. */
final class CairnDialect implements Dialect {
  @Override
  public Configuration<Object, Object> configuration(CacheShape shape, int entries) {
    MutableConfiguration<Object, Object> standard =
        Dialect.standard(shape, new MutableConfiguration<>());
    return shape.bounded()
        ? CairnConfiguration.builder(standard).maximumSize(CacheShape.capacityFor(entries)).build()
        : standard;
  }
}
