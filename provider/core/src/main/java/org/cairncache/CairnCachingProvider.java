package org.cairncache;

import java.net.URI;
import java.util.Objects;
import java.util.Properties;
import javax.cache.CacheManager;
import javax.cache.configuration.OptionalFeature;
import javax.cache.spi.CachingProvider;
import org.cairncache.jcache.Managers;
import org.jspecify.annotations.Nullable;

/**
 * Cairn's {@link CachingProvider}. Get it by {@code
 * Caching.getCachingProvider("org.cairncache.CairnCachingProvider")}, or without the name where it
 * is the only provider. Thread-safe.
 *
 * <p>A URI names where the caches of a manager live: {@code memory:} on the heap, and {@value
 * #DEFAULT_URI}, the default, which is the same. The same URI and class loader give the same
 * manager until it is closed (JSR-107 section 4.2).
 */
public final class CairnCachingProvider implements CachingProvider {
  /** The default URI. */
  public static final String DEFAULT_URI = "cairn:default";

  /**
   * The key under which a manager's properties may hold a {@link java.time.InstantSource}, an
   * object and not a text, that all deadlines go by; the system's clock if there is none. For
   * tests.
   */
  public static final String CLOCK = "cairn.clock";

  private static final URI DEFAULT = URI.create(DEFAULT_URI);

  private final Managers managers =
      new Managers(this, DEFAULT, URI.create("memory:default"), CLOCK);

  /** For {@link java.util.ServiceLoader}. */
  public CairnCachingProvider() {}

  @Override
  public CacheManager getCacheManager(
      @Nullable URI uri, @Nullable ClassLoader classLoader, @Nullable Properties properties) {
    return managers.get(
        Objects.requireNonNullElse(uri, DEFAULT),
        orDefault(classLoader),
        Objects.requireNonNullElseGet(properties, Properties::new));
  }

  @Override
  public CacheManager getCacheManager(@Nullable URI uri, @Nullable ClassLoader classLoader) {
    return getCacheManager(uri, classLoader, null);
  }

  @Override
  public CacheManager getCacheManager() {
    return getCacheManager(null, null, null);
  }

  /** The loader of this class. */
  @Override
  public ClassLoader getDefaultClassLoader() {
    return CairnCachingProvider.class.getClassLoader();
  }

  @Override
  public URI getDefaultURI() {
    return DEFAULT;
  }

  /** No properties: everything has a default. */
  @Override
  public Properties getDefaultProperties() {
    return new Properties();
  }

  @Override
  public void close() {
    managers.close();
  }

  @Override
  public void close(@Nullable ClassLoader classLoader) {
    managers.close(orDefault(classLoader));
  }

  @Override
  public void close(@Nullable URI uri, @Nullable ClassLoader classLoader) {
    managers.close(Objects.requireNonNullElse(uri, DEFAULT), orDefault(classLoader));
  }

  /** By reference: as the store behind the default URI. */
  @Override
  public boolean isSupported(OptionalFeature feature) {
    return feature == OptionalFeature.STORE_BY_REFERENCE && managers.defaultKeepsReferences();
  }

  private ClassLoader orDefault(@Nullable ClassLoader classLoader) {
    return Objects.requireNonNullElseGet(classLoader, this::getDefaultClassLoader);
  }
}
