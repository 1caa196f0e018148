package org.cairncache.testkit.corners;

import static java.util.concurrent.TimeUnit.SECONDS;
import static javax.cache.event.EventType.CREATED;
import static javax.cache.event.EventType.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import javax.cache.Cache;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.integration.CompletionListenerFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An expired entry is as if it had never been, and a deadline moves only when it should. */
public abstract class ExpiryCorners extends Corners {
  private static final javax.cache.expiry.Duration LIFE =
      new javax.cache.expiry.Duration(SECONDS, 60);

  /** Less than {@link #LIFE}, and twice this is more. */
  private static final Duration MOST_OF_LIFE = Duration.ofSeconds(40);

  /** Beyond any grace that a store shared by processes gives. */
  private static final Duration PAST_LIFE = Duration.ofSeconds(70);

  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @EnumSource(
      names = {
        "PUT",
        "GET_AND_PUT",
        "PUT_ALL",
        "REPLACE",
        "REPLACE_EXPECTED",
        "GET_AND_REPLACE",
        "INVOKE_SET"
      })
  @interface EachUpdate {}

  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @EnumSource(names = {"PUT", "GET_AND_PUT", "PUT_ALL", "PUT_IF_ABSENT", "INVOKE_SET"})
  @interface EachCreation {}

  /** The operations that find an entry and then do something with it. */
  enum Finding {
    CONTAINS,
    GET,
    GET_ALL,
    GET_AND_PUT,
    GET_AND_REMOVE,
    GET_AND_REPLACE,
    REPLACE,
    REPLACE_EXPECTED,
    REMOVE,
    REMOVE_EXPECTED,
    INVOKE_EXISTS,
    INVOKE_GET,
    ITERATE;

    boolean finds(Cache<String, String> cache, String key) {
      return switch (this) {
        case CONTAINS -> cache.containsKey(key);
        case GET -> cache.get(key) != null;
        case GET_ALL -> cache.getAll(keys(key)).containsKey(key);
        case GET_AND_PUT -> cache.getAndPut(key, Mutation.NEW) != null;
        case GET_AND_REMOVE -> cache.getAndRemove(key) != null;
        case GET_AND_REPLACE -> cache.getAndReplace(key, Mutation.NEW) != null;
        case REPLACE -> cache.replace(key, Mutation.NEW);
        case REPLACE_EXPECTED -> cache.replace(key, Mutation.OLD, Mutation.NEW);
        case REMOVE -> cache.remove(key);
        case REMOVE_EXPECTED -> cache.remove(key, Mutation.OLD);
        case INVOKE_EXISTS -> cache.<Boolean>invoke(key, (entry, none) -> entry.exists());
        case INVOKE_GET -> Processors.get(cache, key) != null;
        case ITERATE -> cache.iterator().hasNext();
      };
    }
  }

  /** The operations that count as an access to an entry they find. */
  enum Access {
    GET,
    GET_ALL,
    INVOKE_GET,
    ITERATE;

    @Nullable String read(Cache<String, String> cache, String key) {
      return switch (this) {
        case GET -> cache.get(key);
        case GET_ALL -> cache.getAll(keys(key)).get(key);
        case INVOKE_GET -> cache.<String>invoke(key, (entry, none) -> entry.getValue());
        case ITERATE -> cache.iterator().next().getValue();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void anyOperation_expiredEntry_isNotFound(Finding operation) {
    Cache<String, String> cache = expiringOnceCreated();
    cache.put("k", Mutation.OLD);
    advance(MOST_OF_LIFE);
    assertThat(cache.containsKey("k")).as("before the deadline").isTrue();

    advance(MOST_OF_LIFE);

    assertThat(operation.finds(cache, "k")).as("after the deadline").isFalse();
  }

  @Test
  void putIfAbsent_expiredEntry_puts() {
    Cache<String, String> cache = expiringOnceCreated();
    cache.put("k", Mutation.OLD);
    advance(PAST_LIFE);

    assertThat(cache.putIfAbsent("k", Mutation.NEW)).isTrue();
    assertThat(cache.get("k")).isEqualTo(Mutation.NEW);
  }

  @Test
  void iterator_someExpired_givesTheOthers() {
    Cache<String, String> cache = expiringOnceCreated();
    cache.putAll(entries("old1", "v", "old2", "v"));
    advance(MOST_OF_LIFE);
    cache.putAll(entries("new1", "v", "new2", "v"));
    advance(MOST_OF_LIFE);

    assertThat(cache).extracting(Cache.Entry::getKey).containsExactlyInAnyOrder("new1", "new2");
  }

  @EachCreation
  void put_overExpiredEntry_firesCreated(Mutation put) {
    RecordingListener<String> listener = new RecordingListener<>();
    Cache<String, String> cache = expiringOnceCreated(listener);
    cache.put("k", Mutation.OLD);
    advance(PAST_LIFE);
    listener.forget();

    put.apply(cache, "k");

    assertThat(listener.types()).contains(CREATED).doesNotContain(UPDATED);
    assertThat(listener.of(CREATED)).hasSize(1);
  }

  @EachUpdate
  void update_policyAnswersNull_keepsTheDeadline(Mutation update) {
    Cache<String, String> cache = expiringOnceCreated();
    cache.put("k", Mutation.OLD);
    advance(MOST_OF_LIFE);

    update.apply(cache, "k");

    assertThat(cache.get("k")).isEqualTo(Mutation.NEW);
    advance(MOST_OF_LIFE);
    assertThat(cache.containsKey("k")).isFalse();
  }

  @EachUpdate
  void update_policyAnswersADuration_movesTheDeadline(Mutation update) {
    Cache<String, String> cache =
        create(strings().setExpiryPolicyFactory(ModifiedExpiryPolicy.factoryOf(LIFE)));
    cache.put("k", Mutation.OLD);
    advance(MOST_OF_LIFE);

    update.apply(cache, "k");

    advance(MOST_OF_LIFE);
    assertThat(cache.get("k")).isEqualTo(Mutation.NEW);
    advance(MOST_OF_LIFE);
    assertThat(cache.containsKey("k")).isFalse();
  }

  @EachUpdate
  void update_policyAnswersZero_isGone(Mutation update) {
    ExpiryPolicy goneOnUpdate =
        CountingExpiry.of(
            javax.cache.expiry.Duration.ETERNAL, null, javax.cache.expiry.Duration.ZERO);
    Cache<String, String> cache = create(expiring(strings(), goneOnUpdate));
    cache.put("k", Mutation.OLD);

    update.apply(cache, "k");

    assertThat(cache.containsKey("k")).isFalse();
    assertThat(cache.get("k")).isNull();
    assertThat(cache.iterator().hasNext()).isFalse();
  }

  @EachCreation
  void create_policyThrows_isEternal(Mutation put) {
    Cache<String, String> cache = create(expiring(strings(), CountingExpiry.throwing()));

    put.apply(cache, "k");

    advance(Duration.ofDays(10_000));
    assertThat(cache.containsKey("k")).isTrue();
  }

  @EachUpdate
  void update_policyThrows_keepsTheDeadline(Mutation update) {
    Cache<String, String> cache = create(expiring(strings(), CountingExpiry.throwingAfter(LIFE)));
    cache.put("k", Mutation.OLD);
    advance(MOST_OF_LIFE);

    update.apply(cache, "k");

    assertThat(cache.get("k")).isEqualTo(Mutation.NEW);
    advance(MOST_OF_LIFE);
    assertThat(cache.containsKey("k")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void access_policyThrows_keepsTheDeadline(Access access) {
    Cache<String, String> cache = create(expiring(strings(), CountingExpiry.throwingAfter(LIFE)));
    cache.put("k", "v");
    advance(MOST_OF_LIFE);

    assertThat(access.read(cache, "k")).isEqualTo("v");

    assertThat(cache.containsKey("k")).isTrue();
    advance(MOST_OF_LIFE);
    assertThat(cache.containsKey("k")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void access_policyAnswersZero_givesTheValueOnce(Access access) {
    ExpiryPolicy goneOnAccess =
        CountingExpiry.of(
            javax.cache.expiry.Duration.ETERNAL, javax.cache.expiry.Duration.ZERO, null);
    Cache<String, String> cache = create(expiring(strings(), goneOnAccess));
    cache.put("k", "v");

    assertThat(access.read(cache, "k")).isEqualTo("v");

    assertThat(cache.containsKey("k")).isFalse();
    assertThat(cache.get("k")).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void access_accessedExpiryPolicy_movesTheDeadline(Access access) {
    Cache<String, String> cache =
        create(strings().setExpiryPolicyFactory(AccessedExpiryPolicy.factoryOf(LIFE)));
    cache.put("k", "v");
    advance(MOST_OF_LIFE);

    assertThat(access.read(cache, "k")).isEqualTo("v");

    advance(MOST_OF_LIFE);
    assertThat(cache.containsKey("k")).as("after an access").isTrue();
    advance(MOST_OF_LIFE);
    assertThat(cache.containsKey("k")).as("without an access").isFalse();
  }

  @Test
  void containsKey_isNotAnAccess() {
    Cache<String, String> cache =
        create(strings().setExpiryPolicyFactory(AccessedExpiryPolicy.factoryOf(LIFE)));
    cache.put("k", "v");
    advance(MOST_OF_LIFE);

    assertThat(cache.containsKey("k")).isTrue();

    advance(MOST_OF_LIFE);
    assertThat(cache.containsKey("k")).isFalse();
  }

  @Test
  void expiry_writeThrough_doesNotCallTheWriter() {
    RecordingWriter<String> writer = new RecordingWriter<>();
    Cache<String, String> cache =
        create(
            writeThrough(strings(), writer)
                .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(LIFE)));
    cache.putAll(entries("a", "v", "b", "v"));
    writer.forget();
    advance(PAST_LIFE);

    assertThat(cache.get("a")).isNull();
    assertThat(cache.getAll(keys("a", "b"))).isEmpty();
    assertThat(cache.iterator().hasNext()).isFalse();

    assertThat(writer.calls()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void access_expiringByAccess_doesNotCallTheWriter(Access access) {
    RecordingWriter<String> writer = new RecordingWriter<>();
    ExpiryPolicy goneOnAccess =
        CountingExpiry.of(
            javax.cache.expiry.Duration.ETERNAL, javax.cache.expiry.Duration.ZERO, null);
    Cache<String, String> cache = create(expiring(writeThrough(strings(), writer), goneOnAccess));
    cache.put("k", "v");
    writer.forget();

    assertThat(access.read(cache, "k")).isEqualTo("v");

    assertThat(cache.containsKey("k")).isFalse();
    assertThat(writer.calls()).isZero();
  }

  @Test
  void loadAll_keepingExisting_reloadsExpiredKeys() throws Exception {
    RecordingLoader<String> loader = RecordingLoader.ofStrings();
    Cache<String, String> cache =
        create(
            readThrough(strings(), loader)
                .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(LIFE)));
    cache.put("k", Mutation.OLD);
    advance(PAST_LIFE);

    CompletionListenerFuture completion = new CompletionListenerFuture();
    cache.loadAll(keys("k"), false, completion);
    completion.get(WAIT.toSeconds(), SECONDS);

    assertThat(loader.asked()).containsExactly("k");
    assertThat(cache.get("k")).isEqualTo("loaded-k");
  }

  private Cache<String, String> expiringOnceCreated() {
    return create(strings().setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(LIFE)));
  }

  private Cache<String, String> expiringOnceCreated(RecordingListener<String> listener) {
    return create(
        strings()
            .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(LIFE))
            .addCacheEntryListenerConfiguration(listener.synchronous()));
  }
}
