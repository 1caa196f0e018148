package org.cairncache.testkit.object;

import static java.util.Collections.nCopies;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
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
import org.cairncache.CairnCache;
import org.cairncache.spi.Stored;
import org.cairncache.testkit.OwnManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operation of a cache asks of a service, which is what it costs. */
public abstract class RequestCounts {
  private static final int MANY = 50;

  private final ObjectPlace place = place();
  private final AtomicLong aheadMillis = new AtomicLong();
  private final InstantSource clock =
      () -> InstantSource.system().instant().plusMillis(aheadMillis.get());
  private final OwnManager manager = place.manager();
  private final String get = place.requests().read();
  private final String put = place.requests().write();
  private final String delete = place.requests().delete();
  private final String list = place.requests().list();

  /** A new bucket. */
  protected abstract ObjectPlace place();

  /** What is asked for the clock. */
  protected abstract String clockRequest();

  /** What moves the deadline of an entry that was read. */
  protected abstract String[] touchRequests();

  /** How many objects one request deletes. */
  protected abstract int mostDeleted();

  /** The bucket of the test that runs. */
  protected final ObjectPlace bucket() {
    return place;
  }

  /** The manager of the test that runs, which has no cache yet. */
  protected final OwnManager manager() {
    return manager;
  }

  @AfterEach
  void close() {
    manager.close();
    place.close();
  }

  @Test
  void open_triesTheStoreOnceForAllCachesOfAManager() {
    manager.cache("c");
    assertThat(place.log().counts())
        .isEqualTo(Map.of(put, 5L, delete, 4L, get, 2L, clockRequest(), 1L));
    assertThat(place.names()).hasSize(1);
    assertAsked(() -> manager.cache("d"), get, put);
  }

  @Test
  void getAndPut_askOnce() {
    Cache<String, String> cache = manager.cache("c");
    assertAsked(() -> cache.put("k", "v"), put);
    assertAsked(() -> cache.put("k", "w"), put);
    assertAsked(() -> assertThat(cache.get("k")).isEqualTo("w"), get);
    assertAsked(() -> assertThat(cache.get("absent")).isNull(), get);
    assertAsked(() -> assertThat(cache.containsKey("k")).isTrue(), get);
  }

  @Test
  @SuppressWarnings("unchecked") // it is a cache of texts
  void revalidate_asksOnceWhateverIsThere() {
    CairnCache<String, String> cache = manager.cache("c").unwrap(CairnCache.class);
    cache.put("k", "v");
    Stored<String> known = Objects.requireNonNull(cache.getStored("k"));
    assertAsked(() -> assertThat(cache.revalidate("k", known)).isSameAs(known), get);
    cache.put("k", "v");
    assertAsked(() -> assertThat(isSame(cache.revalidate("k", known), known)).isFalse(), get);
    cache.remove("k");
    assertAsked(() -> assertThat(cache.revalidate("k", known)).isNull(), get);
  }

  private static boolean isSame(@Nullable Stored<String> found, Stored<String> known) {
    return Objects.requireNonNull(found).isSameEntry(known);
  }

  @Test
  void put_thatKeepsTheDeadline_readsFirst() {
    Cache<String, String> cache =
        manager.cache("c", expiring(CreatedExpiryPolicy.factoryOf(new Duration(MINUTES, 10))));
    cache.put("k", "v");
    assertAsked(() -> cache.put("k", "w"), get, put);
  }

  @Test
  void get_underAccessedExpiry_movesTheDeadlineOnceInATick() {
    Cache<String, String> cache =
        manager
            .with("cairn.clock", clock)
            .cache("c", expiring(AccessedExpiryPolicy.factoryOf(new Duration(MINUTES, 10))));
    cache.put("k", "v");
    cache.get("k");
    assertAsked(() -> cache.get("k"), get);
    aheadMillis.set(31_000); // a twentieth of the duration is the tick
    place.log().clear();
    cache.get("k");
    assertThat(place.log().operations()).startsWith(get).endsWith(touchRequests());
    assertThat(place.log().operations()).hasSize(1 + touchRequests().length);
    assertAsked(() -> cache.get("k"), get);
  }

  @Test
  void getAllAndPutAll_askOnceForEachKey() {
    Cache<String, String> cache = manager.cache("c");
    assertAsked(() -> cache.putAll(many()), nCopies(MANY, put).toArray(String[]::new));
    assertAsked(
        () -> assertThat(cache.getAll(many().keySet())).isEqualTo(many()),
        nCopies(MANY, get).toArray(String[]::new));
  }

  @Test
  void conditionalOperations_readOnceAndWriteOnce() {
    Cache<String, String> cache = manager.cache("c");
    assertAsked(() -> assertThat(cache.putIfAbsent("k", "v")).isTrue(), get, put);
    assertAsked(() -> assertThat(cache.putIfAbsent("k", "w")).isFalse(), get);
    assertAsked(() -> assertThat(cache.replace("k", "v", "w")).isTrue(), get, put);
    assertAsked(() -> assertThat(cache.replace("k", "v", "x")).isFalse(), get);
    assertAsked(() -> assertThat(cache.remove("k", "w")).isTrue(), get, delete);
    cache.put("k", "v");
    assertAsked(() -> assertThat(cache.remove("k")).isTrue(), get, delete);
    assertAsked(() -> assertThat(cache.remove("k")).isFalse(), get);
  }

  @Test
  void conditionalOperations_withTombstones_readOnceMoreToCreate() {
    try (OwnManager tombstoning = place.tombstoning()) {
      Cache<String, String> cache = tombstoning.cache("c");
      assertAsked(() -> assertThat(cache.putIfAbsent("k", "v")).isTrue(), get, put);
      assertAsked(() -> assertThat(cache.remove("k", "v")).isTrue(), get, put);
      assertAsked(() -> assertThat(cache.get("k")).isNull(), get);
      assertAsked(() -> assertThat(cache.iterator()).isExhausted(), list);
      assertAsked(() -> assertThat(cache.putIfAbsent("k", "v")).isTrue(), get, put, get, put);
    }
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
                  return true;
                }),
        get,
        put);
  }

  @Test
  void clear_listsAThousandAtATimeAndDeletesThem() {
    Cache<String, String> cache = manager.cache("c");
    manager.cache("cc").put("of another", "v");
    place.put(ObjectPlace.PREFIX + "/c", new byte[1]);
    cache.put("k", "v");
    byte[] entry = Objects.requireNonNull(place.get(ObjectPlace.name("c", "k")));
    for (int i = 0; i < 1_999; i++) {
      place.put(ObjectPlace.name("c", Integer.toString(i)), entry);
    }
    place.log().clear();
    cache.clear();
    // Beside the 2,000 is what the cache was written with, which is read in the end and stays.
    assertThat(place.log().count(list)).isEqualTo(3);
    assertThat(place.log().count(place.requests().deleteAll()))
        .isBetween(2_000L / mostDeleted(), 2_000L / mostDeleted() + 2);
    assertThat(place.log().count(get)).isOne();
    assertThat(place.names()).hasSize(4);
    assertThat(cache.iterator()).isExhausted();
  }

  @Test
  void iteration_ofShortKeys_readsTheValuesAlone() {
    Cache<String, String> cache = manager.cache("c");
    cache.putAll(Map.of("a", "1", "b", "2"));
    assertAsked(
        () -> assertThat(cache).extracting(Cache.Entry::getKey).containsOnly("a", "b"),
        list,
        get,
        get);
    String longKey = "long".repeat(100);
    cache.removeAll(Set.of("a", "b"));
    cache.put(longKey, "1");
    assertAsked(
        () -> assertThat(cache).extracting(Cache.Entry::getKey).containsExactly(longKey),
        list,
        get,
        get);
  }

  /** Sees that an operation asks for just this, in this order. */
  protected final void assertAsked(Runnable operation, String... requests) {
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
