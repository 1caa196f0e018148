package org.cairncache.gcs;

import static java.util.Collections.nCopies;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.object.ObjectPlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operation of a cache asks of Cloud Storage, which is what it costs. */
final class RequestCountTest {
  private static final int MANY = 50;
  private static final String GET = "objects.getMedia";
  private static final String PUT = "objects.insert";
  private static final String DELETE = "objects.delete";
  private static final String LIST = "objects.list";

  private final GcsPlace place = new GcsPlace();
  private final AtomicLong aheadMillis = new AtomicLong();
  private final InstantSource clock =
      () -> InstantSource.system().instant().plusMillis(aheadMillis.get());
  private final OwnManager manager = place.manager();

  @AfterEach
  void close() {
    manager.close();
    place.close();
  }

  @Test
  void open_triesTheStoreOnceForAllCachesOfAManager() {
    manager.cache("c");
    assertThat(place.log().counts())
        .isEqualTo(Map.of(PUT, 5L, DELETE, 4L, GET, 2L, "objects.get", 1L));
    assertThat(place.names()).hasSize(1);
    assertAsked(() -> manager.cache("d"), GET, PUT);
  }

  @Test
  void getAndPut_askOnce() {
    Cache<String, String> cache = manager.cache("c");
    assertAsked(() -> cache.put("k", "v"), PUT);
    assertAsked(() -> cache.put("k", "w"), PUT);
    assertAsked(() -> assertThat(cache.get("k")).isEqualTo("w"), GET);
    assertAsked(() -> assertThat(cache.get("absent")).isNull(), GET);
    assertAsked(() -> assertThat(cache.containsKey("k")).isTrue(), GET);
  }

  @Test
  void put_thatKeepsTheDeadline_readsFirst() {
    Cache<String, String> cache =
        manager.cache("c", expiring(CreatedExpiryPolicy.factoryOf(new Duration(MINUTES, 10))));
    cache.put("k", "v");
    assertAsked(() -> cache.put("k", "w"), GET, PUT);
  }

  @Test
  void get_underAccessedExpiry_changesTheMetadataOnceInATick() {
    Cache<String, String> cache =
        manager
            .with("cairn.clock", clock)
            .cache("c", expiring(AccessedExpiryPolicy.factoryOf(new Duration(MINUTES, 10))));
    cache.put("k", "v");
    cache.get("k");
    assertAsked(() -> cache.get("k"), GET);
    aheadMillis.set(31_000); // a twentieth of the duration is the tick
    assertAsked(() -> cache.get("k"), GET, "objects.patch");
    assertAsked(() -> cache.get("k"), GET);
  }

  @Test
  void getAllAndPutAll_askOnceForEachKey() {
    Cache<String, String> cache = manager.cache("c");
    assertAsked(() -> cache.putAll(many()), nCopies(MANY, PUT).toArray(String[]::new));
    assertAsked(
        () -> assertThat(cache.getAll(many().keySet())).isEqualTo(many()),
        nCopies(MANY, GET).toArray(String[]::new));
  }

  @Test
  void conditionalOperations_readOnceAndWriteOnce() {
    Cache<String, String> cache = manager.cache("c");
    assertAsked(() -> assertThat(cache.putIfAbsent("k", "v")).isTrue(), GET, PUT);
    assertAsked(() -> assertThat(cache.putIfAbsent("k", "w")).isFalse(), GET);
    assertAsked(() -> assertThat(cache.replace("k", "v", "w")).isTrue(), GET, PUT);
    assertAsked(() -> assertThat(cache.replace("k", "v", "x")).isFalse(), GET);
    assertAsked(() -> assertThat(cache.remove("k", "w")).isTrue(), GET, DELETE);
    cache.put("k", "v");
    assertAsked(() -> assertThat(cache.remove("k")).isTrue(), GET, DELETE);
    assertAsked(() -> assertThat(cache.remove("k")).isFalse(), GET);
  }

  @Test
  void invoke_readsOnceAndWritesOnce() {
    Cache<String, String> cache = manager.cache("c");
    cache.put("k", "v");
    assertAsked(
        () ->
            cache.invoke(
                "k",
                (entry, arguments) -> {
                  entry.setValue("w");
                  return null;
                }),
        GET,
        PUT);
  }

  @Test
  void clear_listsAndDeletesAHundredAtATime() {
    Cache<String, String> cache = manager.cache("c");
    manager.cache("cc").put("of another", "v");
    cache.put("k", "v");
    byte[] entry = place.get(ObjectPlace.name("c", "k"));
    for (int i = 0; i < 1_100; i++) {
      place.put(ObjectPlace.name("c", Integer.toString(i)), entry);
    }
    place.log().clear();
    cache.clear();
    // The last reads what the cache was written with.
    assertThat(place.log().counts()).isEqualTo(Map.of(LIST, 2L, "batch", 12L, GET, 1L));
    assertThat(place.names()).hasSize(3);
    assertThat(cache.iterator()).isExhausted();
  }

  @Test
  void iteration_ofShortKeys_readsTheValuesAlone() {
    Cache<String, String> cache = manager.cache("c");
    cache.putAll(Map.of("a", "1", "b", "2"));
    assertAsked(
        () -> assertThat(cache).extracting(Cache.Entry::getKey).containsOnly("a", "b"),
        LIST,
        GET,
        GET);
    String longKey = "long".repeat(100);
    cache.removeAll(Set.of("a", "b"));
    cache.put(longKey, "1");
    assertAsked(
        () -> assertThat(cache).extracting(Cache.Entry::getKey).containsExactly(longKey),
        LIST,
        GET,
        GET);
  }

  @Test
  void sweep_readsTheDeadlinesFromTheListing() {
    Cache<String, String> cache =
        manager
            .with("cairn.clock", clock)
            .with("cairn.expiry-sweep", "200ms")
            .cache("c", expiring(CreatedExpiryPolicy.factoryOf(new Duration(MINUTES, 10))));
    cache.putAll(many());
    place.log().clear();
    await().until(() -> place.log().count(LIST) > 2);
    assertThat(place.log().count(GET)).isZero();
    aheadMillis.set(MINUTES.toMillis(11));
    await().until(() -> place.names().stream().noneMatch(name -> name.endsWith("/0")));
    await().until(() -> place.names().size() == 1); // what the cache was written with
  }

  private void assertAsked(Runnable operation, String... requests) {
    place.log().clear();
    operation.run();
    assertThat(place.log().operations()).containsExactly(requests);
  }

  private static MutableConfiguration<String, String> expiring(
      Factory<? extends ExpiryPolicy> policy) {
    return OwnManager.texts().setExpiryPolicyFactory(policy);
  }

  private static Map<String, String> many() {
    return IntStream.range(0, MANY)
        .mapToObj(Integer::toString)
        .collect(toMap(Function.identity(), Function.identity()));
  }
}
