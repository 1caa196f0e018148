package org.cairncache.benchmarks.redis;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.benchmarks.paired.Subjects;
import org.redisson.config.Config;
import org.redisson.jcache.configuration.RedissonConfiguration;

/** A provider's caches in Redis, with the provider's defaults. */
final class JCacheRedis implements RedisSubject {
  private static final String REDISSON_PROVIDER = "org.redisson.jcache.JCachingProvider";
  private static final String CONFIGURATION =
      """
      cairn {
        store = "%s/0?prefix=benchmark"
        caches {
          values { key-type = java.lang.String, value-type = "[B" }
          counters { key-type = java.lang.String, value-type = java.lang.Long }
        }
      }
      """;

  private final CacheManager manager;
  private final Cache<String, byte[]> values;
  private final Cache<String, Long> counters;

  private JCacheRedis(
      CacheManager manager, Cache<String, byte[]> values, Cache<String, Long> counters) {
    this.manager = manager;
    this.values = values;
    this.counters = counters;
  }

  static JCacheRedis cairn(URI server) throws IOException {
    Path file = Files.createTempFile("cairn-benchmark", ".conf");
    try {
      Files.writeString(file, CONFIGURATION.formatted(server));
      CacheManager manager =
          Caching.getCachingProvider(Subjects.DEFAULT_PROVIDER).getCacheManager(file.toUri(), null);
      return new JCacheRedis(
          manager,
          manager.getCache("values", String.class, byte[].class),
          manager.getCache("counters", String.class, Long.class));
    } finally {
      Files.delete(file);
    }
  }

  static JCacheRedis redisson(URI server) {
    Config redisson = new Config();
    redisson.useSingleServer().setAddress(server.toString());
    CacheManager manager = Caching.getCachingProvider(REDISSON_PROVIDER).getCacheManager();
    return new JCacheRedis(
        manager,
        manager.createCache("values", on(redisson, byte[].class)),
        manager.createCache("counters", on(redisson, Long.class)));
  }

  private static <V> Configuration<String, V> on(Config redisson, Class<V> type) {
    return RedissonConfiguration.fromConfig(
        redisson, new MutableConfiguration<String, V>().setTypes(String.class, type));
  }

  @Override
  public byte[] get(String key) {
    return values.get(key);
  }

  @Override
  public void put(String key, byte[] value) {
    values.put(key, value);
  }

  @Override
  public Map<String, byte[]> getAll(Set<String> keys) {
    return values.getAll(keys);
  }

  @Override
  public void putAll(Map<String, byte[]> entries) {
    values.putAll(entries);
  }

  @Override
  public void setCounter(String key, long value) {
    counters.put(key, value);
  }

  @Override
  public long increment(String key) {
    return counters.invoke(
        key,
        (entry, arguments) -> {
          long sum = entry.getValue() + 1;
          entry.setValue(sum);
          return sum;
        });
  }

  @Override
  public void close() {
    manager.close();
  }
}
