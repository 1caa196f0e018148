package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.cairncache.CairnCache;
import org.cairncache.CairnCachingProvider;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.CountingClock;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An entry that says null is there for compareAndSet, and nothing for JSR-107. */
class NullEntryTest {
  private final RecordingListener<String, String> listener = new RecordingListener<>();
  private final CountingClock clock = new CountingClock();
  private final CairnCachingProvider provider = new CairnCachingProvider();
  private final CairnCache<String, String> cache =
      create(
          "k",
          CairnConfiguration.builder(String.class, String.class)
              .listener(listener.configuration())
              .build());

  @SuppressWarnings("unchecked") // it is the cache that was just created
  private CairnCache<String, String> create(
      String name, CairnConfiguration<String, String> configuration) {
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    return provider
        .getCacheManager(URI.create("memory:nulls"), null, properties)
        .createCache(name, configuration)
        .unwrap(CairnCache.class);
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void null_isNothingToEveryOperation() {
    setNull(null);

    assertThat(cache.get("k")).isNull();
    assertThat(cache.getAll(Set.of("k"))).isEmpty();
    assertThat(cache.containsKey("k")).isFalse();
    assertThat(cache.iterator().hasNext()).isFalse();
    assertThat(cache.replace("k", "v")).isFalse();
    assertThat(cache.remove("k")).isFalse();
    assertThat(cache.getAndRemove("k")).isNull();
    assertThat(cache.<Boolean>invoke("k", (entry, arguments) -> entry.exists())).isFalse();
    assertThat(cache.putIfAbsent("k", "v")).isTrue();
    assertThat(cache.get("k")).isEqualTo("v");
    assertThat(listener.events()).containsExactly("CREATED k null->v");
  }

  @Test
  void null_isThereForCompareAndSet() {
    Stored<String> said = setNull(null);

    assertThat(setNull(null)).isNull();
    assertThat(set(null, "v")).isNull();
    assertThat(cache.getStored("k")).isSameAs(said);
    assertThat(cache.findStored("k")).isSameAs(said);
    assertThat(cache.revalidate("k", said)).isSameAs(said);
    assertThat(set(said, "v")).isNotNull();
    assertThat(set(said, "w")).isNull();
    assertThat(cache.get("k")).isEqualTo("v");
  }

  @Test
  void null_overAValue_isARemoval() {
    Stored<String> value = set(null, "v");

    assertThat(setNull(value)).isNotNull();

    assertThat(listener.events()).containsExactly("CREATED k null->v", "REMOVED k v->v");
  }

  @Test
  void null_pastItsDeadline_isGoneWithoutAWord() {
    Stored<String> said = setNull(null);
    clock.advance(Duration.ofMinutes(2));

    assertThat(cache.getStored("k")).isNull();
    assertThat(cache.revalidate("k", said)).isNull();
    assertThat(set(null, "v")).isNotNull();
    assertThat(listener.events()).containsExactly("CREATED k null->v");
  }

  @Test
  void null_removed_isGoneThoughThereWasNothing() {
    Stored<String> said = setNull(null);

    assertThat(cache.remove("k")).isFalse();
    assertThat(cache.getStored("k")).isNull();
    assertThat(set(said, "v")).isNull();
    setNull(null);
    cache.removeAll(Set.of("k"));
    assertThat(cache.getStored("k")).isNull();
    assertThat(listener.events()).isEmpty();
  }

  @Test
  void null_whoseLifetimeHasEnded_isARemoval() {
    Stored<String> said = setNull(null);
    long now = clock.millis();

    assertThat(cache.compareAndSet("k", said, null, new Lifetime(now, now, now), Attributes.NONE))
        .isNull();
    assertThat(cache.getStored("k")).isNull();
  }

  @Test
  void null_plainPut_replacesIt() {
    Stored<String> said = setNull(null);
    cache.put("k", "v");

    assertThat(cache.get("k")).isEqualTo("v");
    assertThat(set(said, "w")).isNull();
  }

  @Test
  void null_writtenThrough_isRefused() {
    RecordingWriter<String, String> writer = new RecordingWriter<>();
    CairnCache<String, String> writing =
        create(
            "written",
            CairnConfiguration.builder(String.class, String.class)
                .writeThrough(() -> writer)
                .build());
    assertThatThrownBy(() -> writing.compareAndSet("k", null, null, minute(), Attributes.NONE))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("written through");
    assertThat(writer.calls).isEmpty();
  }

  private Lifetime minute() {
    long now = clock.millis();
    return new Lifetime(now, now + 30_000, now + 60_000);
  }

  private @Nullable Stored<String> setNull(@Nullable Stored<String> expected) {
    return set(expected, null);
  }

  private @Nullable Stored<String> set(@Nullable Stored<String> expected, @Nullable String value) {
    return cache.compareAndSet("k", expected, value, minute(), Attributes.NONE);
  }
}
