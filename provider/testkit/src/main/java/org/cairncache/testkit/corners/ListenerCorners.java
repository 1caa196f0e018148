package org.cairncache.testkit.corners;

import static javax.cache.event.EventType.CREATED;
import static javax.cache.event.EventType.REMOVED;
import static javax.cache.event.EventType.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryEventFilter;
import javax.cache.event.CacheEntryListenerException;
import javax.cache.event.EventType;
import org.cairncache.testkit.corners.RecordingListener.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who hears what, when the caller goes on, and whom a failing listener concerns. */
public abstract class ListenerCorners extends Corners {
  /** How long a listener looks out for a call that wrongly returned before it. */
  private static final long EARLY_MILLIS = 200;

  @ParameterizedTest
  @EnumSource
  void synchronousListener_throws_reachesTheCallerAndTheMutationStays(Mutation mutation) {
    AtomicBoolean armed = new AtomicBoolean();
    RuntimeException original = new IllegalStateException("from the listener");
    RecordingListener<String> listener = throwing(original, armed);
    Cache<String, String> cache = listenedTo(listener.synchronous());
    mutation.prepare(cache, "k");
    armed.set(true);

    assertThatThrownBy(() -> mutation.apply(cache, "k"))
        .isInstanceOf(CacheEntryListenerException.class)
        .hasRootCause(original);

    armed.set(false);
    assertThat(cache.get("k")).isEqualTo(mutation.after());
  }

  @Test
  void synchronousListener_throwsListenerException_reachesTheCaller() {
    RuntimeException original = new CacheEntryListenerException("from the listener");
    RecordingListener<String> listener = throwing(original, new AtomicBoolean(true));
    Cache<String, String> cache = listenedTo(listener.synchronous());

    assertThatThrownBy(() -> cache.put("k", "v"))
        .isInstanceOf(CacheEntryListenerException.class)
        .hasStackTraceContaining("from the listener");
    assertThat(cache.get("k")).isEqualTo("v");
  }

  @ParameterizedTest
  @EnumSource
  void asynchronousListener_throws_neitherFailsTheCallNorStopsLaterEvents(Mutation mutation) {
    RecordingListener<String> listener =
        throwing(new IllegalStateException("from the listener"), new AtomicBoolean(true));
    Cache<String, String> cache = listenedTo(listener.asynchronous());

    mutation.prepare(cache, "k");
    mutation.apply(cache, "k");
    cache.put("k", "later");

    assertThat(cache.get("k")).isEqualTo("later");
    eventually(() -> assertThat(listener.events()).extracting(Seen::value).contains("later"));
    assertThat(listener.types()).contains(mutation.event());
  }

  @Test
  void asynchronousListener_stuck_blocksNoCall() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    RecordingListener<String> listener =
        new RecordingListener<>(event -> Calls.opens(release, WAIT.toMillis() * 2));
    Cache<String, String> cache = listenedTo(listener.asynchronous());

    boolean returned = Calls.result(Calls.start(() -> changeInManyWays(cache)));

    assertThat(returned).isTrue();
    release.countDown();
    eventually(
        () ->
            assertThat(listener.types())
                .containsExactly(CREATED, UPDATED, UPDATED, UPDATED, REMOVED));
  }

  @ParameterizedTest
  @EnumSource
  void synchronousListener_blocksTheCallUntilDone(Mutation mutation) {
    CountDownLatch returned = new CountDownLatch(1);
    AtomicBoolean armed = new AtomicBoolean();
    AtomicReference<String> outcome = new AtomicReference<>("not called");
    RecordingListener<String> listener =
        new RecordingListener<>(
            event -> {
              if (armed.get()) {
                outcome.set(Calls.opens(returned, EARLY_MILLIS) ? "late" : "in time");
              }
            });
    Cache<String, String> cache = listenedTo(listener.synchronous());
    mutation.prepare(cache, "k");
    armed.set(true);

    mutation.apply(cache, "k");
    String whenReturned = outcome.get();
    returned.countDown();

    assertThat(whenReturned).isEqualTo("in time");
  }

  @Test
  void putAllAndRemoveAll_synchronousListener_heardEveryKeyWhenTheyReturn() {
    RecordingListener<String> listener = new RecordingListener<>();
    Cache<String, String> cache = listenedTo(listener.synchronous());

    cache.putAll(entries("a", "1", "b", "2", "c", "3"));
    assertThat(listener.of(CREATED)).extracting(Seen::key).containsExactlyInAnyOrder("a", "b", "c");

    cache.removeAll(keys("a", "b"));
    assertThat(listener.of(REMOVED)).extracting(Seen::key).containsExactlyInAnyOrder("a", "b");

    cache.removeAll();
    assertThat(listener.of(REMOVED)).extracting(Seen::key).containsExactlyInAnyOrder("a", "b", "c");
  }

  @ParameterizedTest
  @EnumSource
  void synchronousFilter_throws_reachesTheCallerAndTheMutationStays(Mutation mutation) {
    AtomicBoolean armed = new AtomicBoolean();
    RuntimeException original = new IllegalStateException("from the filter");
    RecordingListener<String> listener = new RecordingListener<>();
    Cache<String, String> cache =
        listenedTo(listener.configuration(throwingFilter(original, armed), true, true));
    mutation.prepare(cache, "k");
    listener.forget();
    armed.set(true);

    assertThatThrownBy(() -> mutation.apply(cache, "k"))
        .isInstanceOf(CacheEntryListenerException.class)
        .hasRootCause(original);

    armed.set(false);
    assertThat(cache.get("k")).isEqualTo(mutation.after());
    assertThat(listener.types()).isEmpty();
  }

  @Test
  void asynchronousFilter_throws_neitherFailsTheCallNorStopsLaterEvents() {
    RecordingListener<String> listener = new RecordingListener<>();
    CacheEntryEventFilter<String, String> filter =
        event -> {
          if (event.getKey().equals("bad")) {
            throw new IllegalStateException("from the filter");
          }
          return true;
        };
    Cache<String, String> cache = listenedTo(listener.configuration(filter, true, false));

    cache.put("bad", "v");
    cache.put("good", "v");

    assertThat(cache.get("bad")).isEqualTo("v");
    eventually(() -> assertThat(listener.events()).extracting(Seen::key).containsExactly("good"));
  }

  @Test
  void register_sameConfigurationTwice_isRefusedAndLeavesOneListener() {
    RecordingListener<String> listener = new RecordingListener<>();
    CacheEntryListenerConfiguration<String, String> configuration = listener.synchronous();
    Cache<String, String> cache = create(strings());
    cache.registerCacheEntryListener(configuration);

    assertThatThrownBy(() -> cache.registerCacheEntryListener(configuration))
        .isInstanceOf(IllegalArgumentException.class);

    cache.put("k", "v");
    assertThat(listener.types()).containsExactly(CREATED);
    cache.deregisterCacheEntryListener(configuration);
    cache.put("k", "v2");
    assertThat(listener.types()).containsExactly(CREATED);
  }

  @Test
  void register_configurationOfTheCache_isRefusedAndLeavesOneListener() {
    RecordingListener<String> listener = new RecordingListener<>();
    CacheEntryListenerConfiguration<String, String> configuration = listener.synchronous();
    Cache<String, String> cache = listenedTo(configuration);

    assertThatThrownBy(() -> cache.registerCacheEntryListener(configuration))
        .isInstanceOf(IllegalArgumentException.class);

    cache.put("k", "v");
    assertThat(listener.types()).containsExactly(CREATED);
  }

  @ParameterizedTest
  @EnumSource
  void oldValue_required_isTheValueBefore(Mutation mutation) {
    RecordingListener<String> listener = new RecordingListener<>();
    Cache<String, String> cache = listenedTo(listener.synchronous());
    mutation.prepare(cache, "k");
    listener.forget();

    mutation.apply(cache, "k");

    String value = mutation.after() == null ? mutation.before() : mutation.after();
    boolean available = mutation.before() != null;
    assertThat(listener.events())
        .containsExactly(new Seen<>(mutation.event(), "k", value, mutation.before(), available));
  }

  @ParameterizedTest
  @EnumSource
  void oldValue_notAvailable_isNull(Mutation mutation) {
    RecordingListener<String> listener = new RecordingListener<>();
    Cache<String, String> cache = listenedTo(listener.configuration(null, false, true));
    mutation.prepare(cache, "k");
    listener.forget();

    mutation.apply(cache, "k");

    Seen<String> event = listener.events().get(0);
    assertThat(event.oldValue()).isEqualTo(event.oldValueAvailable() ? mutation.before() : null);
    if (event.type() == EventType.REMOVED) {
      assertThat(event.value()).isEqualTo(event.oldValue());
    } else {
      assertThat(event.value()).isEqualTo(mutation.after());
    }
  }

  @ParameterizedTest
  @EnumSource
  void synchronousListener_readsTheCache_seesTheChangeAndDoesNotDeadlock(Mutation mutation)
      throws Exception {
    AtomicReference<Cache<String, String>> listened = new AtomicReference<>();
    AtomicReference<String> read = new AtomicReference<>("nothing");
    RecordingListener<String> listener =
        new RecordingListener<>(
            event -> {
              Cache<String, String> cache = listened.get();
              if (cache != null) {
                read.set(cache.get(event.getKey()) + cache.getAll(keys("other")));
                cache.iterator().forEachRemaining(Cache.Entry::getValue);
              }
            });
    Cache<String, String> cache = listenedTo(listener.synchronous());
    mutation.prepare(cache, "k");
    listened.set(cache);

    Calls.result(Calls.start(() -> mutated(mutation, cache)));

    assertThat(read.get()).isEqualTo(mutation.after() + "{}");
  }

  @Test
  void event_valueChangedByTheListener_isNotSeenInTheCache() {
    RecordingListener<Note> listener =
        new RecordingListener<>(event -> event.getValue().setText("changed by the listener"));
    Cache<String, Note> cache =
        create(
            notes()
                .setStoreByValue(true)
                .addCacheEntryListenerConfiguration(listener.synchronous()));

    cache.put("k", new Note("stored"));

    assertThat(cache.get("k")).isEqualTo(new Note("stored"));
  }

  private static boolean mutated(Mutation mutation, Cache<String, String> cache) {
    mutation.apply(cache, "k");
    return true;
  }

  private static boolean changeInManyWays(Cache<String, String> cache) {
    cache.put("k", "1");
    cache.replace("k", "2");
    Processors.set(cache, "k", "3");
    cache.putAll(entries("k", "4"));
    return cache.remove("k");
  }

  private Cache<String, String> listenedTo(
      CacheEntryListenerConfiguration<String, String> configuration) {
    return create(strings().addCacheEntryListenerConfiguration(configuration));
  }

  private static RecordingListener<String> throwing(
      RuntimeException exception, AtomicBoolean armed) {
    return new RecordingListener<>(
        event -> {
          if (armed.get()) {
            throw exception;
          }
        });
  }

  private static CacheEntryEventFilter<String, String> throwingFilter(
      RuntimeException exception, AtomicBoolean armed) {
    return event -> {
      if (armed.get()) {
        throw exception;
      }
      return true;
    };
  }
}
