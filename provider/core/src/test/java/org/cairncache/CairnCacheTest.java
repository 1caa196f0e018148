package org.cairncache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import javax.cache.CacheManager;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.CountingClock;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Cairn cache can do beyond JSR-107. */
class CairnCacheTest {
  private static final long START = CountingClock.START;
  private static final Attributes ATTRIBUTES = new Attributes(3, Map.of("tag", 1L));
  private static final Lifetime FRESH = new Lifetime(START, START + 1_000, START + 10_000);

  private final CountingClock clock = new CountingClock();
  private final CairnCachingProvider provider = new CairnCachingProvider();
  private CacheManager manager;

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void getStored_absent_isNull() {
    assertThat(create().getStored("k")).isNull();
  }

  @Test
  void getStored_isTheEntryWithItsTimes() {
    CairnCache<String, List<String>> cache = hourly();
    cache.put("k", list("v"));

    Stored<List<String>> stored = cache.getStored("k");

    assertThat(stored.value()).containsExactly("v");
    assertThat(stored.expiresAtMillis()).isEqualTo(START + 3_600_000);
    assertThat(stored.writtenAtMillis()).isZero();
    assertThat(cache.getStored("k")).isSameAs(stored);
  }

  @Test
  void getStored_expired_isNull() {
    CairnCache<String, List<String>> cache = hourly();
    cache.put("k", list("v"));
    clock.advance(Duration.ofHours(1));

    assertThat(cache.getStored("k")).isNull();
  }

  @Test
  void getStored_isNoAccess() {
    CairnCache<String, List<String>> cache =
        create(
            builder ->
                builder.expiryPolicy(
                    TouchedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_HOUR)));
    cache.put("k", list("v"));
    clock.advance(Duration.ofMinutes(59));

    assertThat(cache.getStored("k").expiresAtMillis()).isEqualTo(START + 3_600_000);

    clock.advance(Duration.ofMinutes(1));
    assertThat(cache.get("k")).isNull();
  }

  @Test
  void compareAndSet_nullExpected_winsOnlyWhereNothingIs() {
    CairnCache<String, List<String>> cache = create();

    Stored<List<String>> first = set(cache, null, "first");
    assertThat(first.value()).containsExactly("first");
    assertThat(cache.getStored("k").isSameEntry(first)).isTrue();

    assertThat(set(cache, null, "second")).isNull();
    assertThat(cache.get("k")).containsExactly("first");
  }

  @Test
  void compareAndSet_currentEntry_returnsTheNextToken() {
    CairnCache<String, List<String>> cache = create();
    cache.put("k", list("first"));

    Stored<List<String>> second = set(cache, cache.getStored("k"), "second");

    assertThat(cache.getStored("k").isSameEntry(second)).isTrue();
    assertThat(set(cache, second, "third").value()).containsExactly("third");
  }

  @Test
  void compareAndSet_staleEntry_conflicts() {
    CairnCache<String, List<String>> cache = create();
    cache.put("k", list("v"));
    Stored<List<String>> stale = cache.getStored("k");
    cache.put("k", list("v"));

    assertThat(set(cache, stale, "mine")).isNull();
    assertThat(cache.get("k")).containsExactly("v");

    cache.remove("k");
    assertThat(set(cache, stale, "mine")).isNull();
    assertThat(cache.get("k")).isNull();
  }

  @Test
  void compareAndSet_tokenAfterAnAccess_isStillValid() {
    CairnCache<String, List<String>> cache =
        create(
            builder ->
                builder.expiryPolicy(
                    TouchedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_HOUR)));
    cache.put("k", list("v"));
    Stored<List<String>> token = cache.getStored("k");
    clock.advance(Duration.ofMinutes(1));
    cache.get("k");

    assertThat(token.expiresAtMillis()).isEqualTo(START + 60_000 + 3_600_000);
    assertThat(set(cache, token, "next")).isNotNull();
  }

  @Test
  void compareAndSet_tokenOfAnEternalLifetimeAfterAnAccess_isStillValid() {
    CairnCache<String, List<String>> cache =
        create(
            builder ->
                builder.expiryPolicy(
                    TouchedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_HOUR)));
    Stored<List<String>> token = set(cache, null, "v");
    clock.advance(Duration.ofMinutes(1));
    cache.get("k");

    assertThat(set(cache, token, "next")).isNotNull();
  }

  @Test
  void compareAndSet_nullExpectedOverAnExpiredEntry_wins() {
    CairnCache<String, List<String>> cache = hourly();
    cache.put("k", list("old"));
    clock.advance(Duration.ofHours(1));

    assertThat(set(cache, null, "new")).isNotNull();
    assertThat(cache.get("k")).containsExactly("new");
  }

  @Test
  void compareAndSet_lifetime_beatsThePolicy() {
    CairnCache<String, List<String>> cache = hourly();

    set(cache, null, "short", Lifetime.until(START + 1_000));
    clock.advance(Duration.ofSeconds(1));
    assertThat(cache.get("k")).isNull();

    set(cache, null, "long", Lifetime.ETERNAL);
    clock.advance(Duration.ofDays(1_000));
    assertThat(cache.get("k")).containsExactly("long");
  }

  @Test
  void compareAndSet_deadlineOnAnEternalCache_holds() {
    CairnCache<String, List<String>> cache = create();
    set(cache, null, "v", Lifetime.until(START + 1_000));

    clock.advance(Duration.ofMillis(999));
    assertThat(cache.containsKey("k")).isTrue();
    assertThat(cache.get("k")).isNotNull();
    clock.advance(Duration.ofMillis(1));
    assertThat(cache.containsKey("k")).isFalse();
    assertThat(cache.iterator()).isExhausted();
    assertThat(cache.getAll(java.util.Set.of("k"))).isEmpty();
    assertThat(cache.get("k")).isNull();
    assertThat(cache.putIfAbsent("k", list("w"))).isTrue();
  }

  @Test
  void compareAndSet_lifetimeThatHasEnded_removes() {
    CairnCache<String, List<String>> cache = create();
    cache.put("k", list("v"));

    assertThat(set(cache, cache.getStored("k"), "w", Lifetime.until(START))).isNull();
    assertThat(cache.getStored("k")).isNull();
    assertThat(set(cache, null, "w", Lifetime.until(START))).isNull();
    assertThat(cache.getStored("k")).isNull();
  }

  @Test
  void compareAndSet_byValue_keepsACopy() {
    CairnCache<String, List<String>> cache = create();
    List<String> mine = list("v");

    cache.compareAndSet("k", null, mine, Lifetime.ETERNAL, Attributes.NONE);
    mine.add("later");

    assertThat(cache.get("k")).containsExactly("v");
  }

  @Test
  void compareAndSet_byReference_keepsTheObject() {
    CairnCache<String, List<String>> cache = create(builder -> builder.storeByValue(false));
    List<String> mine = list("v");

    cache.compareAndSet("k", null, mine, Lifetime.ETERNAL, Attributes.NONE);

    assertThat(cache.get("k")).isSameAs(mine);
  }

  @Test
  void freshness_isKeptAndAPlainGetSeesTheEntryUntilItExpires() {
    CairnCache<String, List<String>> cache = hourly();
    set(cache, null, "v", FRESH);

    clock.advance(Duration.ofSeconds(5));
    assertThat(cache.get("k")).containsExactly("v");
    Stored<List<String>> stored = cache.getStored("k");
    assertThat(stored.writtenAtMillis()).isEqualTo(START);
    assertThat(stored.freshUntilMillis()).isEqualTo(START + 1_000);
    assertThat(stored.expiresAtMillis()).isEqualTo(START + 10_000);
    assertThat(stored.attributes()).isEqualTo(ATTRIBUTES);

    clock.advance(Duration.ofSeconds(5));
    assertThat(cache.get("k")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"put", "getAndPut", "replace", "invoke", "putAll"})
  void freshness_isClearedByAPlainWrite(String operation) {
    CairnCache<String, List<String>> cache = hourly();
    set(cache, null, "v", FRESH);

    switch (operation) {
      case "put" -> cache.put("k", list("w"));
      case "getAndPut" -> cache.getAndPut("k", list("w"));
      case "replace" -> cache.replace("k", list("w"));
      case "putAll" -> cache.putAll(Map.of("k", list("w")));
      default ->
          cache.invoke(
              "k",
              (entry, none) -> {
                entry.setValue(list("w"));
                return null;
              });
    }

    Stored<List<String>> stored = cache.getStored("k");
    assertThat(stored.value()).containsExactly("w");
    assertThat(stored.writtenAtMillis()).isZero();
    assertThat(stored.freshUntilMillis()).isEqualTo(Lifetime.NEVER);
    assertThat(stored.attributes()).isEqualTo(Attributes.NONE);
  }

  @Test
  void freshness_isKeptByAnAccess() {
    CairnCache<String, List<String>> cache =
        create(
            builder ->
                builder.expiryPolicy(
                    TouchedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_HOUR)));
    set(cache, null, "v", FRESH);
    clock.advance(Duration.ofSeconds(1));
    cache.get("k");

    Stored<List<String>> stored = cache.getStored("k");
    assertThat(stored.freshUntilMillis()).isEqualTo(START + 1_000);
    assertThat(stored.attributes()).isEqualTo(ATTRIBUTES);
  }

  @Test
  void closedCache_refusesBoth() {
    CairnCache<String, List<String>> cache = create();
    cache.close();

    assertThatThrownBy(() -> cache.getStored("k")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> set(cache, null, "v")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // as an application with raw types would
  void nullsAndWrongTypes_areRefused() {
    CairnCache cache = create();

    assertThatThrownBy(() -> cache.getStored(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(
            () -> cache.compareAndSet(null, null, list("v"), Lifetime.ETERNAL, Attributes.NONE))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> cache.compareAndSet("k", null, list("v"), null, Attributes.NONE))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> cache.compareAndSet("k", null, list("v"), Lifetime.ETERNAL, null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(
            () -> cache.compareAndSet(7, null, list("v"), Lifetime.ETERNAL, Attributes.NONE))
        .isInstanceOf(ClassCastException.class);
    assertThatThrownBy(
            () -> cache.compareAndSet("k", null, "text", Lifetime.ETERNAL, Attributes.NONE))
        .isInstanceOf(ClassCastException.class);
  }

  private CairnCache<String, List<String>> hourly() {
    return create(
        builder ->
            builder.expiryPolicy(
                CreatedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_HOUR)));
  }

  private CairnCache<String, List<String>> create() {
    return create(builder -> {});
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal cannot say List<String>
  private CairnCache<String, List<String>> create(
      Consumer<CairnConfiguration.Builder<String, List<String>>> edit) {
    Properties properties = new Properties();
    properties.put(CairnCachingProvider.CLOCK, clock);
    manager = provider.getCacheManager(URI.create("memory:cairn-cache"), null, properties);
    CairnConfiguration.Builder<String, List<String>> builder =
        CairnConfiguration.builder(String.class, (Class<List<String>>) (Class) List.class);
    edit.accept(builder);
    return manager.createCache("c", builder.build()).unwrap(CairnCache.class);
  }

  private static Stored<List<String>> set(
      CairnCache<String, List<String>> cache, Stored<List<String>> expected, String value) {
    return cache.compareAndSet("k", expected, list(value), Lifetime.ETERNAL, Attributes.NONE);
  }

  private static Stored<List<String>> set(
      CairnCache<String, List<String>> cache,
      Stored<List<String>> expected,
      String value,
      Lifetime lifetime) {
    return cache.compareAndSet("k", expected, list(value), lifetime, ATTRIBUTES);
  }

  private static List<String> list(String value) {
    return new ArrayList<>(List.of(value));
  }
}
