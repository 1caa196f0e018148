package org.cairncache.s3;

import static java.util.Collections.nCopies;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

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

/** What an operation of a cache asks of S3, which is what it costs. */
final class RequestCountTest {
  private static final int MANY = 50;
  private static final String GET = "GetObject";
  private static final String PUT = "PutObject";
  private static final String DELETE = "DeleteObject";

  private final S3Place place = new S3Place();
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
    assertThat(place.server().log().counts())
        .isEqualTo(Map.of(PUT, 5L, DELETE, 4L, GET, 2L, "HeadObject", 1L));
    assertThat(place.server().keys(S3Place.BUCKET)).hasSize(1);
    assertAsked(() -> manager.cache("d"), GET, PUT);
  }

  @Test
  void get_asksOnce() {
    Cache<String, String> cache = manager.cache("c");
    cache.put("k", "v");
    assertAsked(() -> assertThat(cache.get("k")).isEqualTo("v"), GET);
    assertAsked(() -> assertThat(cache.get("absent")).isNull(), GET);
    assertAsked(() -> assertThat(cache.containsKey("k")).isTrue(), GET);
  }

  @Test
  void put_asksOnce() {
    Cache<String, String> cache = manager.cache("c");
    assertAsked(() -> cache.put("k", "v"), PUT);
    assertAsked(() -> cache.put("k", "w"), PUT);
  }

  @Test
  void put_thatKeepsTheDeadline_readsFirst() {
    Cache<String, String> cache =
        manager.cache("c", expiring(CreatedExpiryPolicy.factoryOf(new Duration(MINUTES, 10))));
    cache.put("k", "v");
    assertAsked(() -> cache.put("k", "w"), GET, PUT);
  }

  @Test
  void get_underAccessedExpiry_rewritesTheObjectOnceInATick() {
    Cache<String, String> cache =
        manager
            .with("cairn.clock", clock)
            .cache("c", expiring(AccessedExpiryPolicy.factoryOf(new Duration(MINUTES, 10))));
    cache.put("k", "v");
    cache.get("k");
    assertAsked(() -> cache.get("k"), GET);
    aheadMillis.set(31_000); // a twentieth of the duration is the tick
    assertAsked(() -> cache.get("k"), GET, GET, PUT);
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
  void conditionalOperations_withTombstones_readOnceMoreToCreate() {
    place.server().refuseConditionalDelete(true);
    Cache<String, String> cache = manager.cache("c");
    assertAsked(() -> assertThat(cache.putIfAbsent("k", "v")).isTrue(), GET, PUT);
    assertAsked(() -> assertThat(cache.remove("k", "v")).isTrue(), GET, PUT);
    assertAsked(() -> assertThat(cache.get("k")).isNull(), GET);
    assertAsked(() -> assertThat(cache.iterator()).isExhausted(), "ListObjectsV2");
    assertAsked(() -> assertThat(cache.putIfAbsent("k", "v")).isTrue(), GET, PUT, GET, PUT);
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
  void clear_ofMoreThanAPage_listsAndDeletesAThousandAtATime() {
    Cache<String, String> cache = manager.cache("c");
    manager.cache("cc").put("of another", "v");
    place.server().put(S3Place.BUCKET, ObjectPlace.PREFIX + "/c", new byte[1]);
    cache.put("k", "v");
    byte[] entry = place.server().get(S3Place.BUCKET, ObjectPlace.name("c", "k"));
    assertThat(entry).isNotNull();
    for (int i = 0; i < 2_000; i++) {
      place.server().put(S3Place.BUCKET, ObjectPlace.name("c", Integer.toString(i)), entry);
    }
    assertAsked(
        cache::clear,
        "ListObjectsV2",
        "DeleteObjects",
        "ListObjectsV2",
        "DeleteObjects",
        "ListObjectsV2",
        "DeleteObjects",
        GET); // the last reads what the cache was written with
    assertThat(place.server().keys(S3Place.BUCKET)).hasSize(4);
    assertThat(cache.iterator()).isExhausted();
  }

  @Test
  void iteration_ofShortKeys_readsTheValuesAlone() {
    Cache<String, String> cache = manager.cache("c");
    cache.putAll(Map.of("a", "1", "b", "2"));
    assertAsked(
        () -> assertThat(cache).extracting(Cache.Entry::getKey).containsOnly("a", "b"),
        "ListObjectsV2",
        GET,
        GET);
    String longKey = "long".repeat(100);
    cache.removeAll(Set.of("a", "b"));
    cache.put(longKey, "1");
    assertAsked(
        () -> assertThat(cache).extracting(Cache.Entry::getKey).containsExactly(longKey),
        "ListObjectsV2",
        GET,
        GET);
  }

  private void assertAsked(Runnable operation, String... requests) {
    place.server().log().clear();
    operation.run();
    assertThat(place.server().log().operations()).containsExactly(requests);
  }

  private static MutableConfiguration<String, String> expiring(
      Factory<? extends ExpiryPolicy> policy) {
    return new MutableConfiguration<String, String>()
        .setTypes(String.class, String.class)
        .setExpiryPolicyFactory(policy);
  }

  private static Map<String, String> many() {
    return IntStream.range(0, MANY)
        .mapToObj(Integer::toString)
        .collect(toMap(Function.identity(), Function.identity()));
  }
}
