package org.cairncache.promises;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.cairncache.CairnCachingProvider;

/** All that a process needs to know of a store: another one with the same file shares it. */
record ConfigurationFile(Path path) {
  /**
   * Writes a file of its own.
   *
   * @param name of the file; one JVM has one manager for each
   * @param caches what else stands in the object {@code cairn}
   */
  static ConfigurationFile write(Path directory, String name, Place place, String... caches)
      throws IOException {
    List<String> all = new ArrayList<>(List.of(caches));
    place.settings().forEach((key, value) -> all.add("defaults." + key + " = \"" + value + "\""));
    return write(directory, name, place.uri(), all.toArray(String[]::new));
  }

  /** Likewise for a store by its URI. */
  static ConfigurationFile write(Path directory, String name, URI store, String... caches)
      throws IOException {
    String content = "cairn {\nstore = \"" + store + "\"\n" + String.join("\n", caches) + "\n}\n";
    return new ConfigurationFile(Files.writeString(directory.resolve(name + ".conf"), content));
  }

  /**
   * Writes a file for caches with near levels over a store.
   *
   * @param near such as <code>{ store = "memory:near", ttl = 10m }</code>
   * @param caches what else stands in the object {@code cairn}
   */
  static ConfigurationFile writeChain(
      Path directory, String name, String near, URI far, String... caches) throws IOException {
    String tiers = "tiers = [%s, { store = \"%s\" }]".formatted(near, far);
    String content = "cairn {\n" + tiers + "\n" + String.join("\n", caches) + "\n}\n";
    return new ConfigurationFile(Files.writeString(directory.resolve(name + ".conf"), content));
  }

  /** The manager in this JVM. */
  CacheManager open() {
    return Caching.getCachingProvider(
            CairnCachingProvider.class.getName(), getClass().getClassLoader())
        .getCacheManager(path.toUri(), getClass().getClassLoader(), new Properties());
  }
}
