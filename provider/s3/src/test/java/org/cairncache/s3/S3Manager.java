package org.cairncache.s3;

import java.net.URI;
import java.util.Properties;
import javax.cache.Cache;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.cairncache.CairnCachingProvider;

/** A cache manager of a provider of its own, as another process would have it. */
final class S3Manager implements AutoCloseable {
  private final CachingProvider provider = new CairnCachingProvider();
  private final URI uri;
  private final Properties properties = new Properties();

  S3Manager(URI uri) {
    this.uri = uri;
  }

  /** This manager with one more property, before its first cache. */
  S3Manager with(String property, Object value) {
    properties.put(property, value);
    return this;
  }

  Cache<String, String> cache(String name) {
    return cache(
        name, new MutableConfiguration<String, String>().setTypes(String.class, String.class));
  }

  <K, V> Cache<K, V> cache(String name, CompleteConfiguration<K, V> configuration) {
    return provider.getCacheManager(uri, null, properties).createCache(name, configuration);
  }

  void destroy(String name) {
    provider.getCacheManager(uri, null, properties).destroyCache(name);
  }

  @Override
  public void close() {
    provider.close();
  }
}
