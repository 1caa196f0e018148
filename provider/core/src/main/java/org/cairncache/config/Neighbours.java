package org.cairncache.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * Includes what lies beside a file in an archive: by a URI such as {@code jar:file:a.jar!/b.conf}
 * nothing is found that is relative to it, and what is not found is left out without a word.
 * Immutable.
 */
record Neighbours(URL file, @Nullable ConfigIncluder others) implements ConfigIncluder {
  static ConfigParseOptions of(URL file, ConfigParseOptions options) {
    return isOpaque(file) ? options.setIncluder(new Neighbours(file, null)) : options;
  }

  private static boolean isOpaque(URL file) {
    try {
      return file.toURI().isOpaque();
    } catch (URISyntaxException none) {
      return true;
    }
  }

  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return new Neighbours(file, others == null ? fallback : others.withFallback(fallback));
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String name) {
    ConfigIncluder library = others;
    if (library != null && !(ConfigurationFiles.hasSyntax(name) && isRelative(name))) {
      return library.include(context, name);
    }
    try {
      URL neighbour = new URL(file, name); // as its handler sees it, whatever the archive is
      return ConfigFactory.parseURL(neighbour, of(neighbour, context.parseOptions())).root();
    } catch (MalformedURLException wrong) {
      throw new ConfigException.Generic("No file is named " + name, wrong);
    }
  }

  private static boolean isRelative(String name) {
    try {
      return !new URI(name).isAbsolute();
    } catch (URISyntaxException none) {
      return true;
    }
  }
}
