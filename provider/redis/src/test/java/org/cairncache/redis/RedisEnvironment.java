package org.cairncache.redis;

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
import org.cairncache.testkit.CacheEnvironment;

/** A manager of its own over an empty Redis, configured by a file as an application's is. */
final class RedisEnvironment implements CacheEnvironment {
  private static final String CONFIGURATION =
      """
      cairn {
        store = "%s"
        defaults {
          allowed-classes = ["org.cairncache.testkit.**"]
          expiry-sweep = 500ms
          command-timeout = 5s
        }
      }
      """;

  private final Path directory;
  private final URI store;
  private CacheManager manager;

  /**
   * A manager over a store that holds nothing.
   *
   * @param directory for the configuration
   */
  RedisEnvironment(Path directory, URI store) {
    this.directory = directory;
    this.store = store;
  }

  @Override
  public CacheManager open(InstantSource clock) {
    Path file = directory.resolve("caches.conf");
    try {
      Files.writeString(file, CONFIGURATION.formatted(store));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    manager =
        Caching.getCachingProvider(CairnCachingProvider.class.getName())
            .getCacheManager(file.toUri(), null, properties);
    return manager;
  }

  @Override
  public boolean keepsReferences() {
    return false;
  }

  @Override
  public Duration expiryNotice() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void close() {
    manager.close();
  }
}
