package org.cairncache.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.cache.Cache;
import org.cairncache.CairnConfiguration;
import org.cairncache.freshness.Cached1;
import org.cairncache.freshness.CachedObserver;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Tier;
import org.cairncache.spi.encoded.EncodedSettings;
import org.cairncache.testkit.OwnManager;

/** Caches in the files of a directory, and on the heap; each method makes something happen. */
final class Shelf implements AutoCloseable {
  private static final Duration TTL = Duration.ofMillis(500);

  private final Path directory;
  private final OwnManager manager = new OwnManager(URI.create("memory:" + UUID.randomUUID()));

  Shelf(Path directory) {
    this.directory = directory;
  }

  private static CairnConfiguration.Builder<String, String> texts(StoreObserver observer) {
    return CairnConfiguration.builder(String.class, String.class).observer(observer);
  }

  Cache<String, String> inFiles(StoreObserver observer) {
    return manager.cache(
        UUID.randomUUID().toString(),
        texts(observer).store(directory.toUri()).set(EncodedSettings.DEDUPE_WRITES, true).build());
  }

  /** One put, one put that changes nothing, and one get. */
  void unchanged(StoreObserver observer) {
    Cache<String, String> cache = inFiles(observer);
    cache.put("k", "v");
    cache.put("k", "v");
    assertThat(cache.get("k")).isEqualTo("v");
  }

  /** One entry that is no longer what was written, and is read. */
  void unreadable(StoreObserver observer) {
    Cache<String, String> cache = inFiles(observer);
    cache.put("k", "v");
    spoil();
    assertThat(cache.get("k")).isNull();
  }

  /** One put into a directory that has become a file; a function's call as well. */
  void failure(StoreObserver observer, CachedObserver hears) {
    Cache<String, String> cache = inFiles(observer);
    cache.put("k", "v");
    replaceByAFile();
    assertThatThrownBy(() -> cache.put("k", "w")).hasMessageContaining("failed");
    var function = Functions.on(cache).observer(hears).build((String id) -> "loaded");
    assertThat(function.get("42")).isEqualTo("loaded");
  }

  /** Of two entries, one has to go. */
  void eviction(StoreObserver observer) {
    Cache<String, String> cache = manager.cache("bounded", texts(observer).maximumSize(1).build());
    cache.put("one", "v");
    cache.put("two", "v");
  }

  /** On memory over files: answers of the far level, of the near one, and of that one too late. */
  void levels(StoreObserver observer, CachedObserver hears) {
    Tier memory = Tier.of(URI.create("memory:near")).ttl(TTL);
    Cache<String, String> cache =
        manager.cache("levels", texts(observer).tiers(memory, Tier.of(directory.toUri())).build());
    var function = Functions.on(cache).observer(hears).build((String id) -> "loaded");
    callBeyondTheTtl(function);
    replaceByAFile();
    callBeyondTheTtl(function);
  }

  /** Often: what a near level has not been asked for goes after twice its ttl. */
  private static void callBeyondTheTtl(Cached1<String, String> function) {
    await()
        .pollInterval(TTL.dividedBy(50))
        .during(TTL.multipliedBy(3).dividedBy(2))
        .until(() -> function.get("42").equals("loaded"));
  }

  private void spoil() {
    for (Path file : files()) {
      try {
        Files.writeString(file, "no entry");
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private List<Path> files() {
    try (Stream<Path> found = Files.walk(directory)) {
      return found
          .filter(file -> file.getFileName().toString().length() > 40)
          .filter(Files::isRegularFile)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void replaceByAFile() {
    try (Stream<Path> found = Files.walk(directory)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
      Files.writeString(directory, "no directory");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
