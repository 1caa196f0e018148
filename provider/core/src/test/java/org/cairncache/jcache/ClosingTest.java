package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.cache.CacheManager;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryListener;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.integration.CacheLoader;
import org.cairncache.CairnCachingProvider;
import org.cairncache.spi.RecordingStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a cache is made of is closed with it, or where its creation fails half-way. */
class ClosingTest {
  private final URI uri = URI.create("recording:" + UUID.randomUUID());
  private final CairnCachingProvider provider = new CairnCachingProvider();
  private final CacheManager manager = provider.getCacheManager(uri, null);
  private final List<String> closed = new ArrayList<>();
  private final IllegalStateException failure = new IllegalStateException("factory");
  private boolean listenerMade;

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void failingFactory_closesWhatWasMadeAndFreesTheName() {
    MutableConfiguration<String, String> configuration =
        new MutableConfiguration<String, String>()
            .setTypes(String.class, String.class)
            .setExpiryPolicyFactory(ClosingPolicy.factory(closed))
            .setCacheLoaderFactory(() -> new ClosingLoader(closed))
            .setWriteThrough(true)
            .setCacheWriterFactory(
                () -> {
                  throw failure;
                });

    assertThatThrownBy(() -> manager.createCache("c", configuration)).isSameAs(failure);

    assertThat(closed).contains("policy").doesNotHaveDuplicates();
    assertThat(RecordingStores.of(uri, "c").calls()).containsExactly("close");
    assertThat(manager.getCacheNames()).isEmpty();
    assertThat(manager.createCache("c", new MutableConfiguration<>()).isClosed()).isFalse();
  }

  @Test
  void failingListenerFactory_closesTheListenerMadeBeforeIt() {
    MutableConfiguration<String, String> configuration =
        new MutableConfiguration<String, String>()
            .setTypes(String.class, String.class)
            .setCacheLoaderFactory(() -> new ClosingLoader(closed))
            .addCacheEntryListenerConfiguration(listener(this::firstOnly))
            .addCacheEntryListenerConfiguration(listener(this::firstOnly));

    assertThatThrownBy(() -> manager.createCache("c", configuration)).isSameAs(failure);

    assertThat(closed).containsExactlyInAnyOrder("loader", "listener");
    assertThat(manager.getCacheNames()).isEmpty();
  }

  @Test
  void close_closesEachOnce() {
    MutableConfiguration<String, String> configuration =
        new MutableConfiguration<String, String>()
            .setTypes(String.class, String.class)
            .setExpiryPolicyFactory(ClosingPolicy.factory(closed))
            .setCacheLoaderFactory(() -> new ClosingLoader(closed))
            .addCacheEntryListenerConfiguration(listener(() -> new ClosingListener(closed)))
            .addCacheEntryListenerConfiguration(listener(() -> new ClosingListener(closed)));

    manager.createCache("c", configuration).close();

    assertThat(closed).containsExactlyInAnyOrder("policy", "loader", "listener", "listener");
  }

  private CacheEntryListener<String, String> firstOnly() {
    if (listenerMade) {
      throw failure;
    }
    listenerMade = true;
    return new ClosingListener(closed);
  }

  private static MutableCacheEntryListenerConfiguration<String, String> listener(
      Factory<CacheEntryListener<String, String>> factory) {
    return new MutableCacheEntryListenerConfiguration<>(factory, null, false, true);
  }

  private record ClosingListener(List<String> closed)
      implements CacheEntryCreatedListener<String, String>, Closeable {
    @Override
    public void onCreated(Iterable<CacheEntryEvent<? extends String, ? extends String>> events) {}

    @Override
    public void close() {
      closed.add("listener");
    }
  }

  private record ClosingLoader(List<String> closed)
      implements CacheLoader<String, String>, Closeable {
    @Override
    public String load(String key) {
      return key;
    }

    @Override
    public Map<String, String> loadAll(Iterable<? extends String> keys) {
      return Map.of();
    }

    @Override
    public void close() {
      closed.add("loader");
    }
  }

  private record ClosingPolicy(List<String> closed) implements ExpiryPolicy, Closeable {
    static Factory<ExpiryPolicy> factory(List<String> closed) {
      return () -> new ClosingPolicy(closed);
    }

    @Override
    public Duration getExpiryForCreation() {
      return Duration.ETERNAL;
    }

    @Override
    public Duration getExpiryForAccess() {
      return null;
    }

    @Override
    public Duration getExpiryForUpdate() {
      return null;
    }

    @Override
    public void close() {
      closed.add("policy");
    }
  }
}
