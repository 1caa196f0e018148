package org.cairncache.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.cairncache.CairnCachingProvider;
import org.jspecify.annotations.Nullable;

/**
 * A manager of its own over a store that leaves the heap, configured by a file as an application's
 * is: the classes of the corner suite may be decoded, and expired entries are looked for every 500
 * ms. Not thread-safe.
 */
public final class ConfiguredEnvironment implements CacheEnvironment {
  private static final String CONFIGURATION =
      """
      cairn {
        %s
        defaults {
          allowed-classes = ["org.cairncache.testkit.**"]
          expiry-sweep = 500ms
          %s
        }
      }
      """;

  private final Path directory;
  private final String home;
  private final String defaults;
  private @Nullable CacheManager manager;

  /**
   * For a store that holds nothing.
   *
   * @param directory for the file
   * @param store where the caches live
   * @param defaults what else caches are told, a line of the configuration for each, such as {@code
   *     command-timeout = 5s}
   */
  public ConfiguredEnvironment(Path directory, URI store, String... defaults) {
    this(directory, "store = \"" + store + "\"", defaults);
  }

  private ConfiguredEnvironment(Path directory, String home, String... defaults) {
    this.directory = directory;
    this.home = home;
    this.defaults = String.join("\n", defaults);
  }

  /**
   * For levels that hold nothing.
   *
   * @param directory for the file
   * @param tiers as in the configuration, without the brackets
   * @param defaults what else caches are told
   */
  public static ConfiguredEnvironment onTiers(Path directory, String tiers, String... defaults) {
    return new ConfiguredEnvironment(directory, "tiers = [" + tiers + "]", defaults);
  }

  @Override
  public CacheManager open(InstantSource clock) {
    Path file = directory.resolve("caches.conf");
    try {
      Files.writeString(file, CONFIGURATION.formatted(home, defaults));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    CacheManager opened =
        Caching.getCachingProvider(CairnCachingProvider.class.getName())
            .getCacheManager(file.toUri(), null, properties);
    manager = opened;
    return opened;
  }

  @Override
  public boolean keepsReferences() {
    return false;
  }

  /** 5 s, ten sweeps. */
  @Override
  public Duration expiryNotice() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void close() {
    if (manager != null) {
      manager.close();
    }
  }
}
