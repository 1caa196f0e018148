package org.cairncache.benchmarks.paired;

import java.net.URI;
import java.time.Duration;
import javax.cache.Cache;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.CairnConfiguration;
import org.cairncache.freshness.Cached;
import org.cairncache.freshness.Cached1;
import org.cairncache.kryo.KryoCopier;
import org.cairncache.spi.Tier;
import org.cairncache.testkit.redis.Redis;

/** Cairn: maximum size, copier and levels are properties of its own configuration class. */
final class CairnDialect implements Dialect {
  private static final Tier NEAR = Tier.of(URI.create("memory:near")).ttl(Duration.ofHours(1));

  @Override
  public Configuration<Object, Object> configuration(CacheShape shape, int entries) {
    MutableConfiguration<Object, Object> standard =
        Dialect.standard(shape, new MutableConfiguration<>());
    if (shape.near()) {
      Tier near = shape.bounded() ? NEAR.maximumSize(shape.maximum(entries)) : NEAR;
      return CairnConfiguration.builder(ofNumbers(standard))
          .storeByValue(true)
          .tiers(near, Tier.of(Redis.shared().uri()))
          .build();
    }
    var builder = CairnConfiguration.builder(standard);
    if (shape.bounded()) {
      builder.maximumSize(shape.maximum(entries));
    }
    if (shape.contents() == Contents.MUTABLE) {
      builder.copier(new KryoCopier());
    }
    return builder.build();
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"}) // the keys of this cache are what the function makes
  public OpenCache function(Cache<Object, Object> cache, Runnable closer) {
    Object[] next = new Object[1];
    Cached1<Object, Object> function =
        Cached.of((Cache<String, Object>) (Cache) cache)
            .key("user:{id}")
            .ttl(Duration.ofHours(1))
            .stale(Duration.ofHours(1))
            .build(id -> next[0]);
    return new OpenCache(
        function,
        (key, value) -> {
          next[0] = value;
          function.get(key);
        },
        closer);
  }

  /** Says what the keys and values of every run are, as an application does of its own. */
  @SuppressWarnings("unchecked")
  private static MutableConfiguration<Object, Object> ofNumbers(
      MutableConfiguration<Object, Object> standard) {
    Class<?> number = Long.class;
    return standard.setTypes((Class<Object>) number, (Class<Object>) number);
  }
}
