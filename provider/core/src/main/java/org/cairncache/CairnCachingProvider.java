package org.cairncache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.cache.CacheManager;
import javax.cache.configuration.OptionalFeature;
import javax.cache.spi.CachingProvider;
import org.cairncache.config.ConfigurationFiles;
import org.cairncache.config.Declaration;
import org.cairncache.config.ManagerProperties;
import org.cairncache.jcache.ManagerPlan;
import org.cairncache.jcache.Managers;
import org.cairncache.spi.ConfigurationSection;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreFactories;
import org.cairncache.spi.StoreUris;
import org.jspecify.annotations.Nullable;

/**
 * Cairn's {@link CachingProvider}. Get it by {@code
 * Caching.getCachingProvider("org.cairncache.CairnCachingProvider")}, or without the name where it
 * is the only provider. Thread-safe.
 *
 * <p>A URI names where the caches of a manager live, {@code memory:name} on the heap, or a
 * configuration that says so: {@code classpath:}, {@code jar:}, or {@code file:} ending in {@code
 * .conf}, {@code .json} or {@code .properties}. The default, {@value #DEFAULT_URI}, is the
 * class-path resource {@code cairn.conf} if it is there, and else memory. The same URI and class
 * loader give the same manager until it is closed (JSR-107 section 4.2).
 *
 * <p>A property {@code cairn.<setting>} of a manager is a default for all of its caches on stores
 * that know the setting: an object of its type, or a text as in a configuration file. It is weaker
 * than what a cache is configured with and stronger than {@code cairn.defaults} of a file. One that
 * no store on the class path knows is refused.
 *
 * <p>Close every manager, or this provider: an open manager keeps its caches, its threads and its
 * class loader, since nothing tells an application that is gone from one that will ask for it
 * again. Closing a provider, a manager or a cache ends within 5 seconds, whatever hangs: loaders,
 * writers, listeners, expiry policies and stores are closed on a thread of Cairn's, which is
 * interrupted if it does not return, and so is work in the background that goes on for 2 seconds.
 * The application's own threads are never interrupted.
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

  private static final Logger LOG = System.getLogger(CairnCachingProvider.class.getName());
  private static final URI DEFAULT = URI.create(DEFAULT_URI);
  private static final URI MEMORY = URI.create("memory:default");

  private final Managers managers = new Managers(this, this::plan, CLOCK);
  private final AtomicBoolean defaultLogged = new AtomicBoolean();

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
    return feature == OptionalFeature.STORE_BY_REFERENCE
        && StoreFactories.of(getDefaultClassLoader())
            .find(defaultPlan(getDefaultClassLoader(), Settings.NONE).store())
            .traits()
            .byReference();
  }

  /**
   * What the section of an extension is set to in the configuration that the URI of a manager
   * means; nothing where there is no such section, or where the URI means a store. Reads the file
   * anew, makes no manager, and looks at nothing else in the file.
   *
   * @param uri the default URI if null
   * @param classLoader the loader of this class if null
   * @throws javax.cache.CacheException if the configuration is not there, or the section is not
   *     right; the message names file, line and key
   */
  public static Settings section(
      ConfigurationSection section, @Nullable URI uri, @Nullable ClassLoader classLoader) {
    ClassLoader loader = orDefault(classLoader);
    if (uri == null || uri.equals(DEFAULT)) {
      return ConfigurationFiles.readDefault(section, loader);
    }
    return ConfigurationFiles.isConfiguration(uri)
        ? ConfigurationFiles.read(uri, section, loader)
        : Settings.NONE;
  }

  private ManagerPlan plan(URI uri, ClassLoader loader, Properties properties) {
    Settings settings = ManagerProperties.read(properties, Set.of(CLOCK), loader);
    if (uri.equals(DEFAULT)) {
      return defaultPlan(loader, settings);
    }
    if (ConfigurationFiles.isConfiguration(uri)) {
      return planOf(ConfigurationFiles.read(uri, MEMORY, loader), settings);
    }
    return ManagerPlan.on(StoreUris.checked(uri), settings);
  }

  private ManagerPlan defaultPlan(ClassLoader loader, Settings settings) {
    Optional<Declaration> declaration = ConfigurationFiles.readDefault(MEMORY, loader);
    if (!defaultLogged.getAndSet(true)) {
      LOG.log(
          Level.INFO,
          declaration.isPresent()
              ? "The default caches are configured by cairn.conf on the class path"
              : "The default caches live in memory: there is no cairn.conf on the class path");
    }
    return declaration
        .map(declared -> planOf(declared, settings))
        .orElseGet(() -> ManagerPlan.on(MEMORY, settings));
  }

  private static ManagerPlan planOf(Declaration declaration, Settings settings) {
    return new ManagerPlan(
        declaration.store(), settings, declaration.defaults(), declaration.caches());
  }

  private static ClassLoader orDefault(@Nullable ClassLoader classLoader) {
    return Objects.requireNonNullElseGet(classLoader, CairnCachingProvider.class::getClassLoader);
  }
}
