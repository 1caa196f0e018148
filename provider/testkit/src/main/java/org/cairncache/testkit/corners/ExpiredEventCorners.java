package org.cairncache.testkit.corners;

import static java.util.concurrent.TimeUnit.SECONDS;
import static javax.cache.event.EventType.CREATED;
import static javax.cache.event.EventType.EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.cache.Cache;
import javax.cache.expiry.CreatedExpiryPolicy;
import org.awaitility.Awaitility;
import org.cairncache.testkit.corners.RecordingListener.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** EXPIRED comes once for each expiry, with the value that expired. */
public abstract class ExpiredEventCorners extends Corners {
  private static final javax.cache.expiry.Duration LIFE =
      new javax.cache.expiry.Duration(SECONDS, 60);
  private static final Duration PAST_LIFE = Duration.ofSeconds(70);

  private final RecordingListener<String> listener = new RecordingListener<>();

  @Test
  void expired_foundByAccess_firesOnceWithTheOldValue() {
    Cache<String, String> cache = expiring();
    cache.put("k", "v");
    advance(PAST_LIFE);

    assertThat(cache.get("k")).isNull();

    eventually(
        () ->
            assertThat(listener.of(EXPIRED))
                .containsExactly(new Seen<>(EXPIRED, "k", "v", "v", true)));
  }

  @Test
  void expired_accessedInEveryWay_firesOnce() {
    Cache<String, String> cache = expiring();
    cache.put("k", "v");
    advance(PAST_LIFE);

    for (int i = 0; i < 3; i++) {
      assertThat(cache.get("k")).isNull();
      assertThat(cache.containsKey("k")).isFalse();
      assertThat(cache.getAll(keys("k"))).isEmpty();
      assertThat(cache.iterator().hasNext()).isFalse();
      assertThat(cache.remove("k")).isFalse();
      assertThat(Processors.get(cache, "k")).isNull();
    }

    assertFiredOnceFor(cache, "k");
  }

  @Test
  void expired_accessedByManyAtOnce_firesOnce() throws Exception {
    Cache<String, String> cache = expiring();
    for (int round = 0; round < 20; round++) {
      String key = "k" + round;
      cache.put(key, "v");
      advance(PAST_LIFE);
      listener.forget();

      List<String> found = Calls.together(4, () -> String.valueOf(cache.get(key)));

      assertThat(found).containsOnly("null");
      assertFiredOnceFor(cache, key);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PUT", "GET_AND_PUT", "PUT_ALL", "PUT_IF_ABSENT", "INVOKE_SET"})
  void expired_foundByAPut_firesBeforeCreated(Mutation put) {
    Cache<String, String> cache = expiring();
    cache.put("k", Mutation.OLD);
    advance(PAST_LIFE);
    listener.forget();

    put.apply(cache, "k");

    eventually(
        () ->
            assertThat(listener.events())
                .containsExactly(
                    new Seen<>(EXPIRED, "k", Mutation.OLD, Mutation.OLD, true),
                    new Seen<>(CREATED, "k", Mutation.NEW, null, false)));
  }

  @Test
  void expired_twice_firesTwice() {
    Cache<String, String> cache = expiring();
    for (String value : List.of("first", "second")) {
      cache.put("k", value);
      advance(PAST_LIFE);
      assertThat(cache.get("k")).isNull();
    }

    eventually(
        () ->
            assertThat(listener.of(EXPIRED))
                .extracting(Seen::oldValue)
                .containsExactly("first", "second"));
  }

  @Test
  void expired_nobodyAccesses_firesWithinTheNotice() {
    Duration notice = currentEnvironment().expiryNotice();
    assumeTrue(notice != null, "only an access finds an expired entry here");
    Cache<String, String> cache = expiring();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      keys.add("k" + i);
      cache.put("k" + i, "v");
    }

    advance(PAST_LIFE);

    Awaitility.await()
        .atMost(notice)
        .untilAsserted(
            () ->
                assertThat(listener.of(EXPIRED))
                    .extracting(Seen::key)
                    .containsExactlyInAnyOrderElementsOf(keys));
    assertThat(listener.of(EXPIRED)).extracting(Seen::oldValue).containsOnly("v");
  }

  @Test
  void expired_foundByNotice_isNotFiredAgainByAccess() {
    Duration notice = currentEnvironment().expiryNotice();
    assumeTrue(notice != null, "only an access finds an expired entry here");
    Cache<String, String> cache = expiring();
    cache.put("k", "v");
    advance(PAST_LIFE);
    Awaitility.await().atMost(notice).until(() -> !listener.of(EXPIRED).isEmpty());

    assertThat(cache.get("k")).isNull();
    assertThat(cache.containsKey("k")).isFalse();

    assertFiredOnceFor(cache, "k");
  }

  @Test
  void removed_beforeTheDeadline_neverExpires() {
    Cache<String, String> cache = expiring();
    cache.put("k", "v");
    cache.remove("k");
    advance(PAST_LIFE);

    assertThat(cache.get("k")).isNull();

    fence(cache, "k");
    assertThat(listener.of(EXPIRED)).isEmpty();
  }

  private void assertFiredOnceFor(Cache<String, String> cache, String key) {
    eventually(() -> assertThat(expiredKeys()).contains(key));
    fence(cache, key);
    assertThat(expiredKeys()).containsOnlyOnce(key);
  }

  private List<String> expiredKeys() {
    return listener.of(EXPIRED).stream().map(Seen::key).toList();
  }

  /** Waits until an event was heard that came after all others of the key. */
  private void fence(Cache<String, String> cache, String key) {
    cache.put(key, "fence");
    eventually(
        () ->
            assertThat(listener.events()).contains(new Seen<>(CREATED, key, "fence", null, false)));
  }

  private Cache<String, String> expiring() {
    return create(
        strings()
            .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(LIFE))
            .addCacheEntryListenerConfiguration(listener.synchronous()));
  }
}
