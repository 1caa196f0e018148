package org.cairncache.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValue;
import java.net.URL;
import javax.cache.CacheException;

/**
 * Reads one file. Apart from {@link ConfigurationFiles}, so that the library that reads files is
 * not loaded where there is none.
 */
final class ConfigurationFile {
  private static final String ROOT = "cairn";

  private ConfigurationFile() {}

  /**
   * The object that holds everything.
   *
   * @throws CacheException if the file cannot be read or has none; the message has the name
   */
  static Section root(URL url, String name, ClassLoader loader) {
    ConfigValue root = parse(url, name).root().get(ROOT);
    if (!(root instanceof ConfigObject object)) {
      throw new CacheException(
          "The configuration " + name + " has no object \"" + ROOT + "\" at its root");
    }
    return Section.of(ROOT, object, loader);
  }

  private static Config parse(URL url, String name) {
    ConfigParseOptions options = ConfigParseOptions.defaults().setAllowMissing(false);
    if (url.getPath().endsWith(".properties")) {
      options = options.setSyntax(ConfigSyntax.PROPERTIES);
    }
    try {
      return ConfigFactory.parseURL(url, Neighbours.of(url, options)).resolve();
    } catch (ConfigException.IO missing) {
      throw new CacheException("The configuration " + name + " cannot be read", missing);
    } catch (ConfigException wrong) {
      throw new CacheException("The configuration " + name + ": " + wrong.getMessage(), wrong);
    }
  }
}
