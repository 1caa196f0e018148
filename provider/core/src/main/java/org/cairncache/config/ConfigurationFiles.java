package org.cairncache.config;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Optional;
import java.util.Set;
import javax.cache.CacheException;
import org.cairncache.spi.ConfigurationSection;
import org.cairncache.spi.Settings;

/**
 * Finds and reads the files that configure managers: HOCON ({@code .conf}), JSON or properties,
 * with the environment substituted. Whether a URI is one of a file is decided by how it looks,
 * never by looking at the disk.
 */
public final class ConfigurationFiles {
  /** The class-path resource that configures the default URI, if it is there. */
  public static final String DEFAULT_RESOURCE = "cairn.conf";

  private static final String CLASSPATH = "classpath";
  private static final Set<String> SCHEMES = Set.of(CLASSPATH, "jar");

  private ConfigurationFiles() {}

  /** Whether the URI names a configuration and not a store. */
  public static boolean isConfiguration(URI uri) {
    String scheme = uri.getScheme();
    return scheme != null
        && (SCHEMES.contains(scheme) || (scheme.equals("file") && hasSyntax(uri.toString())));
  }

  /** Reads the default configuration, if there is one. */
  public static Optional<Declaration> readDefault(URI store, ClassLoader loader) {
    return defaultRoot(loader).map(root -> CacheSections.read(root, store, loader));
  }

  /** Reads the section of the default configuration; nothing is set where there is none. */
  public static Settings readDefault(ConfigurationSection section, ClassLoader loader) {
    return defaultRoot(loader)
        .map(root -> ExtensionSections.read(root, section))
        .orElse(Settings.NONE);
  }

  private static Optional<Section> defaultRoot(ClassLoader loader) {
    return Optional.ofNullable(loader.getResource(DEFAULT_RESOURCE))
        .map(url -> ConfigurationFile.root(url, DEFAULT_RESOURCE, loader));
  }

  /**
   * Reads the configuration that the URI names.
   *
   * @param store where caches live if the file does not say
   * @throws CacheException if it is not there or not right; the message names file, line and key
   */
  public static Declaration read(URI uri, URI store, ClassLoader loader) {
    return CacheSections.read(root(uri, loader), store, loader);
  }

  /**
   * Reads the section, and nothing else, of the configuration that the URI names.
   *
   * @throws CacheException if the configuration is not there, or the section is not right
   */
  public static Settings read(URI uri, ConfigurationSection section, ClassLoader loader) {
    return ExtensionSections.read(root(uri, loader), section);
  }

  private static Section root(URI uri, ClassLoader loader) {
    return ConfigurationFile.root(locate(uri, loader), uri.toString(), loader);
  }

  private static URL locate(URI uri, ClassLoader loader) {
    if (!CLASSPATH.equals(uri.getScheme())) {
      try {
        return uri.toURL();
      } catch (MalformedURLException | IllegalArgumentException notOne) {
        throw new CacheException("The URI " + uri + " cannot be read as a file", notOne);
      }
    }
    String resource = uri.getSchemeSpecificPart().replaceFirst("^/+", "");
    URL url = loader.getResource(resource);
    if (url == null) {
      throw new CacheException(
          "There is no resource " + resource + " on the class path, which " + uri + " names");
    }
    return url;
  }

  /** Whether the name is one of a file of a known kind. */
  static boolean hasSyntax(String uri) {
    return uri.endsWith(".conf") || uri.endsWith(".json") || uri.endsWith(".properties");
  }
}
