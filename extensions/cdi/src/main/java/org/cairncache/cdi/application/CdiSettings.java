package org.cairncache.cdi.application;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.cache.CacheException;
import org.cairncache.CairnCachingProvider;

/**
 * How an application is configured.
 *
 * @param uri of its manager
 * @param missing what becomes of caches that are not declared
 * @param properties of its manager
 */
record CdiSettings(URI uri, MissingCache missing, Properties properties) {
  static final String SECTION = "cdi";
  private static final String PREFIX = "cairn.";
  private static final String OWN = PREFIX + SECTION + ".";
  private static final String URI_KEY = OWN + "uri";
  private static final String MISSING_CACHE = OWN + "missing-cache";

  /**
   * Reads them, from MicroProfile Config where that is, or else from system properties.
   *
   * @throws CacheException if a value is wrong; the message names its key and what it may be
   */
  static CdiSettings read(ClassLoader loader) {
    return read(SettingSource.of(loader));
  }

  private static CdiSettings read(SettingSource source) {
    Properties properties = new Properties();
    for (String name : source.names()) {
      if (name.startsWith(PREFIX) && !name.startsWith(OWN)) {
        source.get(name).ifPresent(value -> properties.setProperty(name, value));
      }
    }
    URI uri = uri(source.get(URI_KEY).orElse(CairnCachingProvider.DEFAULT_URI));
    return new CdiSettings(
        uri, missing(source.get(MISSING_CACHE)).orElse(MissingCache.FAIL), properties);
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
