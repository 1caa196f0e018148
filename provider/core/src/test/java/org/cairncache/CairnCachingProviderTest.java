package org.cairncache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Properties;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.configuration.OptionalFeature;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.spi.CachingProvider;
import org.cairncache.spi.CountingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CairnCachingProviderTest {
  private static final URI MEMORY = URI.create("memory:providers");

  private final CairnCachingProvider provider = new CairnCachingProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void provider_isFoundByNameAndAlone() {
    assertThat(Caching.getCachingProvider(CairnCachingProvider.class.getName()))
        .isInstanceOf(CairnCachingProvider.class)
        .isSameAs(Caching.getCachingProvider());
  }

  @Test
  void nullArguments_meanTheDefaults() {
    CacheManager manager = provider.getCacheManager();

    assertThat(manager.getURI()).isEqualTo(URI.create("cairn:default"));
    assertThat(manager.getURI()).isEqualTo(provider.getDefaultURI());
    assertThat(manager.getClassLoader()).isSameAs(provider.getDefaultClassLoader());
    assertThat(manager.getProperties()).isEmpty();
    assertThat(provider.getDefaultProperties()).isEmpty();
    assertThat(manager.getCachingProvider()).isSameAs(provider);
    assertThat(provider.getCacheManager(null, null, null)).isSameAs(manager);
    assertThat(provider.getCacheManager(provider.getDefaultURI(), null)).isSameAs(manager);

    provider.close(null, null);
    assertThat(manager.isClosed()).isTrue();
  }

  @Test
  void defaultUri_hasNothingThatJmxWouldQuote() {
    assertThat(provider.getDefaultURI().toString()).doesNotContain(",", "=", "*", "?", "\"");
  }

  @Test
  void defaultUriAndMemory_areTwoManagers() {
    CacheManager ofDefault = provider.getCacheManager();
    CacheManager ofMemory = provider.getCacheManager(URI.create("memory:default"), null);

    assertThat(ofMemory).isNotSameAs(ofDefault);
    ofDefault.createCache("c", new MutableConfiguration<>());
    assertThat((Object) ofMemory.getCache("c")).isNull();
  }

  @Test
  void properties_countForTheFirstManagerAndAreDetached() {
    Properties properties = new Properties();
    properties.setProperty("a", "1");
    CacheManager manager = provider.getCacheManager(MEMORY, null, properties);
    properties.setProperty("a", "2");
    manager.getProperties().setProperty("a", "3");

    assertThat(manager.getProperties()).containsExactly(java.util.Map.entry("a", "1"));
    assertThat(provider.getCacheManager(MEMORY, null, properties)).isSameAs(manager);
    assertThat(manager.getProperties()).containsEntry("a", "1");
  }

  @Test
  void close_ofALoader_closesItsManagersAlone() {
    ClassLoader other = new URLClassLoader(new URL[0], getClass().getClassLoader());
    CacheManager kept = provider.getCacheManager(MEMORY, null);
    CacheManager closed = provider.getCacheManager(MEMORY, other);

    provider.close(other);

    assertThat(closed.isClosed()).isTrue();
    assertThat(kept.isClosed()).isFalse();
    assertThatThrownBy(() -> closed.createCache("c", new MutableConfiguration<>()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void close_thenAgain_isANewLife() {
    CacheManager closed = provider.getCacheManager();
    provider.close();
    provider.close();

    assertThat(closed.isClosed()).isTrue();
    assertThat(provider.getCacheManager().isClosed()).isFalse();
  }

  @Test
  void storeByReference_isSupportedSinceTheDefaultIsTheHeap() {
    assertThat(provider.isSupported(OptionalFeature.STORE_BY_REFERENCE)).isTrue();
  }

  @Test
  void clock_isWhatDeadlinesGoBy() {
    CountingClock clock = new CountingClock();
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    CacheManager manager = provider.getCacheManager(MEMORY, null, properties);
    Cache<Object, Object> cache =
        manager.createCache(
            "c",
            new MutableConfiguration<>()
                .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(Duration.ONE_HOUR)));
    cache.put("k", "v");

    clock.advance(java.time.Duration.ofHours(1).minusMillis(1));
    assertThat(cache.get("k")).isEqualTo("v");
    clock.advance(java.time.Duration.ofMillis(1));
    assertThat(cache.get("k")).isNull();
  }

  @Test
  void clock_ofAnotherType_isRefusedAndNoManagerIsLeft() {
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, "UTC");

    assertThatThrownBy(() -> provider.getCacheManager(MEMORY, null, properties))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("cairn.clock")
        .hasMessageContaining("InstantSource");
    assertThatCode(() -> provider.getCacheManager(MEMORY, null)).doesNotThrowAnyException();
  }

  @Test
  void unknownUri_saysWhatIsKnown() {
    assertThatThrownBy(() -> provider.getCacheManager(URI.create("nosuch://host"), null))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("nosuch://host")
        .hasMessageContaining("memory")
        .hasMessageContaining("cairn:default");
  }

  @Test
  @SuppressWarnings("unchecked") // a class literal has no type arguments
  void unwrap_givesWhatEachIs() {
    CacheManager manager = provider.getCacheManager(MEMORY, null);
    Cache<Object, Object> cache = manager.createCache("c", new MutableConfiguration<>());

    assertThat(manager.unwrap(CacheManager.class)).isSameAs(manager);
    assertThat(cache.unwrap(CairnCache.class)).isSameAs(cache);
    assertThat(cache.unwrap(Cache.class)).isSameAs(cache);
    assertThatThrownBy(() -> cache.unwrap(String.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> manager.unwrap(CachingProvider.class))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
