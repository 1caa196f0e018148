package org.cairncache.redis;

import java.net.URI;
import java.util.Properties;
import javax.cache.Cache;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.cairncache.CairnCachingProvider;
import org.jspecify.annotations.Nullable;

/** A cache manager of a provider of its own, as another process would have it. */
final class ProxiedManager implements AutoCloseable {
  private final CachingProvider provider = new CairnCachingProvider();
  private final URI uri;
  private final Properties properties = new Properties();

  ProxiedManager(URI uri) {
    this.uri = uri;
  }

  /** This manager with one more property, before its first cache. */
  ProxiedManager with(String property, Object value) {
    properties.put(property, value);
    return this;
  }

  Cache<String, String> cache(String name) {
    return cache(
        name, new MutableConfiguration<String, String>().setTypes(String.class, String.class));
  }

  Cache<String, String> cache(String name, CompleteConfiguration<String, String> configuration) {
    return provider.getCacheManager(uri, null, properties).createCache(name, configuration);
  }

  void destroy(String name) {
    provider.getCacheManager(uri, null, properties).destroyCache(name);
  }

  @Nullable Cache<String, String> existing(String name) {
    return provider.getCacheManager(uri, null, properties).getCache(name);
  }

  @Override
  public void close() {
    provider.close();
  }
}
