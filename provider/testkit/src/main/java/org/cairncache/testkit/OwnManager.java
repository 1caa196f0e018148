package org.cairncache.testkit;

import java.net.URI;
import java.util.Properties;
import javax.cache.Cache;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.cairncache.CairnCachingProvider;
import org.jspecify.annotations.Nullable;

/**
 * A cache manager of a provider of its own, as another process would have it. Caches are of texts
 * if nothing else is said. Not thread-safe before its first cache.
 */
public final class OwnManager implements AutoCloseable {
  private final CachingProvider provider = new CairnCachingProvider();
  private final URI uri;
  private final Properties properties = new Properties();

  /** With no properties. */
  public OwnManager(URI uri) {
    this.uri = uri;
  }

  /** This manager with one more property, before its first cache. */
  public OwnManager with(String property, Object value) {
    properties.put(property, value);
    return this;
  }

  /** A new cache, or the data that others left in it. */
  public Cache<String, String> cache(String name) {
    return cache(name, texts());
  }

  /** A new cache, or the data that others left in it. */
  public <K, V> Cache<K, V> cache(String name, CompleteConfiguration<K, V> configuration) {
    return provider.getCacheManager(uri, null, properties).createCache(name, configuration);
  }

  /** A cache that this manager has; null if it has none. */
  public @Nullable Cache<String, String> existing(String name) {
    return provider.getCacheManager(uri, null, properties).getCache(name);
  }

  /** Destroys a cache and its data. */
  public void destroy(String name) {
    provider.getCacheManager(uri, null, properties).destroyCache(name);
  }

  /** The configuration of a cache of texts. */
  public static MutableConfiguration<String, String> texts() {
    return new MutableConfiguration<String, String>().setTypes(String.class, String.class);
  }

  /** Closes the provider. */
  @Override
  public void close() {
    provider.close();
  }
}
