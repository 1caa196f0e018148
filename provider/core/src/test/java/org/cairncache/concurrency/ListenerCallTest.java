package org.cairncache.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.cache.Cache;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;
import javax.cache.event.EventType;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import org.cairncache.concurrency.OpenCaches.Deployment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Listeners that read and change the cache they listen to, and never wait for each other. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ListenerCallTest {
  private static final int LAST = 50;

  private final Crew crew = new Crew(4);
  private final CallingListener listener = new CallingListener();
  private volatile Callable<Integer> load = () -> null;
  private OpenCaches<String, Integer> caches;
  private Cache<String, Integer> cache;

  @BeforeEach
  void open() {
    caches =
        OpenCaches.open(
            Deployment.MEMORY,
            new MutableConfiguration<String, Integer>()
                .setTypes(String.class, Integer.class)
                .setReadThrough(true)
                .setCacheLoaderFactory(Loader::new)
                .addCacheEntryListenerConfiguration(
                    new MutableCacheEntryListenerConfiguration<>(
                        () -> listener, null, true, true)));
    cache = caches.first();
  }

  @AfterEach
  void close() {
    crew.close();
    caches.close();
  }

  @Test
  void put_listenerReadsTheKey_seesTheValue() {
    AtomicReference<Integer> seen = new AtomicReference<>();
    listener.call = event -> seen.set(cache.get(event.getKey()));
    cache.put("a", 1);
    assertThat(seen).hasValue(1);
  }

  @Test
  void put_listenerChangesTheSameKey_isCalledForThatToo() {
    listener.call = event -> next(event, event.getKey());
    cache.put("a", 0);
    assertThat(cache.get("a")).isEqualTo(LAST);
    assertThat(listener.calls).isEqualTo(LAST + 1);
  }

  @Test
  void put_listenerChangesAnotherKey_isCalledForThatToo() {
    listener.call = event -> next(event, event.getKey().equals("a") ? "b" : "a");
    cache.put("a", 0);
    assertThat(cache.getAndRemove("a")).isEqualTo(LAST);
    assertThat(cache.getAndRemove("b")).isEqualTo(LAST - 1);
  }

  @Test
  void put_listenersOfTwoThreadsChangeEachOthersKeys_end() throws Exception {
    listener.call = event -> next(event, event.getKey().equals("a") ? "b" : "a");
    for (int i = 0; i < 500; i++) {
      crew.together(4, member -> cache.put(member % 2 == 0 ? "a" : "b", LAST - 3));
    }
    cache.put("a", LAST);
    assertThat(cache.get("a")).isEqualTo(LAST);
  }

  @Test
  void put_listenerInvokesAProcessorOnAnotherKey_isDone() {
    listener.call =
        event -> {
          if (event.getKey().equals("a")) {
            cache.invoke(
                "b",
                (entry, arguments) -> {
                  entry.setValue(event.getValue());
                  return null;
                });
          }
        };
    cache.put("a", 7);
    assertThat(cache.get("b")).isEqualTo(7);
  }

  /** The listener waits for a loader whose own change waits behind the listener's. */
  @Test
  void get_loaderChangesWhatTheListenerIsToldOf_isAnswered() throws Exception {
    CountDownLatch listening = new CountDownLatch(1);
    AtomicReference<Thread> putting = new AtomicReference<>();
    load =
        () -> {
          listening.await();
          putting.set(Thread.currentThread());
          cache.put("a", 2);
          return 5;
        };
    listener.call =
        event -> {
          if (event.getValue() == 1) {
            listening.countDown();
            await().until(() -> isWaiting(putting.get()));
            cache.get("loaded");
          }
        };
    Future<Integer> get = crew.start(() -> cache.get("loaded"));
    crew.awaitWaiting(1);
    Future<Object> put = crew.start(() -> cache.getAndPut("a", 1));
    assertThat(crew.join(get)).isEqualTo(5);
    assertThat(crew.join(put)).isNull();
    assertThat(cache.get("a")).isEqualTo(2);
  }

  /** The listener waits for a load whose own event waits behind the listener's. */
  @Test
  void remove_listenerGetsWhatAnotherThreadIsLoading_isAnswered() throws Exception {
    CountDownLatch listening = new CountDownLatch(1);
    CountDownLatch loading = new CountDownLatch(1);
    AtomicReference<Thread> asking = new AtomicReference<>();
    AtomicReference<Integer> answer = new AtomicReference<>();
    load =
        () -> {
          if (Thread.currentThread() != asking.get()) { // a listener loads for itself
            loading.countDown();
            await().until(() -> isWaiting(asking.get()));
          }
          return 5;
        };
    cache.put("a", 1);
    listener.call =
        event -> {
          if (event.getEventType() == EventType.REMOVED) {
            listening.countDown();
            join(loading);
            asking.set(Thread.currentThread());
            answer.set(cache.get("a"));
          }
        };
    Future<Boolean> remove = crew.start(() -> cache.remove("a"));
    listening.await();
    Future<Integer> get = crew.start(() -> cache.get("a"));
    assertThat(crew.join(get)).isEqualTo(5);
    assertThat(crew.join(remove)).isTrue();
    assertThat(answer).hasValue(5);
  }

  private static void join(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isWaiting(@Nullable Thread thread) {
    return thread != null && thread.getState() == Thread.State.WAITING;
  }

  private void next(CacheEntryEvent<? extends String, ? extends Integer> event, String key) {
    if (event.getValue() < LAST) {
      cache.put(key, event.getValue() + 1);
    }
  }

  /** Calls what the test says for each created or updated entry. */
  private static final class CallingListener
      implements CacheEntryCreatedListener<String, Integer>,
          CacheEntryUpdatedListener<String, Integer>,
          CacheEntryRemovedListener<String, Integer> {
    private volatile Consumer<CacheEntryEvent<? extends String, ? extends Integer>> call =
        event -> {};
    private int calls; // of tests with one thread

    @Override
    public void onCreated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
      call(events);
    }

    @Override
    public void onUpdated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
      call(events);
    }

    @Override
    public void onRemoved(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
      call(events);
    }

    private void call(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
      calls++;
      events.forEach(call);
    }
  }

  private final class Loader implements CacheLoader<String, Integer> {
    @Override
    public @Nullable Integer load(String key) {
      try {
        return load.call();
      } catch (Exception failure) {
        throw new CacheLoaderException(failure);
      }
    }

    @Override
    public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
      throw new UnsupportedOperationException();
    }
  }
}
