package org.cairncache.cdi.application;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.cache.CacheException;
import org.cairncache.CairnCachingProvider;
import org.cairncache.spi.Settings;
import org.cairncache.spi.StoreFactories;

/**
 * How an application is configured.
 *
 * @param uri of its manager
 * @param missing what becomes of caches that are not declared
 * @param properties of its manager
 */
record CdiSettings(URI uri, MissingCache missing, Properties properties) {
  private static final URI DEFAULT = URI.create(CairnCachingProvider.DEFAULT_URI);
  private static final String PREFIX = "cairn.";
  private static final String OWN = PREFIX + CdiSection.NAME + ".";
  private static final String URI_KEY = OWN + CdiSection.URI.name();
  private static final String MISSING_CACHE = OWN + CdiSection.MISSING_CACHE.name();

  /**
   * Reads them, from MicroProfile Config where that is, or else from system properties; what they
   * do not say, from the section {@code cdi} of the configuration of the manager.
   *
   * @throws CacheException if a value is wrong; the message names its key and what it may be
   */
  static CdiSettings read(ClassLoader loader) {
    return read(SettingSource.of(loader), loader);
  }

  private static CdiSettings read(SettingSource source, ClassLoader loader) {
    Optional<URI> given = source.get(URI_KEY).map(CdiSettings::uri);
    Settings file = CairnCachingProvider.section(new CdiSection(), given.orElse(null), loader);
    return new CdiSettings(
        given.or(() -> file.get(CdiSection.URI)).orElse(DEFAULT),
        missing(source.get(MISSING_CACHE))
            .or(() -> file.get(CdiSection.MISSING_CACHE))
            .orElse(MissingCache.FAIL),
        properties(source, loader));
  }

  // Sources may not list all that they have, such as environment variables by another name.
  private static Properties properties(SettingSource source, ClassLoader loader) {
    Set<String> names = new TreeSet<>();
    StoreFactories.of(loader).settings().forEach(setting -> names.add(PREFIX + setting.name()));
    for (String name : source.names()) {
      if (name.startsWith(OWN)) {
        check(name);
      } else if (name.startsWith(PREFIX)) {
        names.add(name);
      }
    }
    Properties properties = new Properties();
    for (String name : names) {
      source.get(name).ifPresent(value -> properties.setProperty(name, value));
    }
    return properties;
  }

  private static void check(String name) {
    if (!name.equals(URI_KEY) && !name.equals(MISSING_CACHE)) {
      throw new CacheException(name + ": unknown; there are " + URI_KEY + " and " + MISSING_CACHE);
    }
  }

  private static URI uri(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException wrong) {
      throw new CacheException(URI_KEY + " is no URI: " + wrong.getReason(), wrong);
    }
  }

  private static Optional<MissingCache> missing(Optional<String> text) {
    return text.map(
        name ->
            Arrays.stream(MissingCache.values())
                .filter(each -> nameOf(each).equals(name.strip()))
                .findFirst()
                .orElseThrow(
                    () ->
                        new CacheException(
                            MISSING_CACHE + " = " + name + ": it must be one of " + names())));
  }

  private static String names() {
    return Arrays.stream(MissingCache.values())
        .map(CdiSettings::nameOf)
        .collect(Collectors.joining(", "));
  }

  private static String nameOf(MissingCache missing) {
    return missing.name().toLowerCase(Locale.ROOT);
  }
}
