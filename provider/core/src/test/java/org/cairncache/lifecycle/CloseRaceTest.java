package org.cairncache.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.expiry.Duration;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.cairncache.CairnCachingProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing in the middle of what other threads do: they are told, and nothing is left. */
@Timeout(180)
class CloseRaceTest {
  private static final int ROUNDS = Boolean.getBoolean("nightly") ? 3_000 : 150;
  private static final int WORKERS = 3;

  private final LiveThreads threads = LiveThreads.now();
  private final URI uri = URI.create("memory:" + UUID.randomUUID());
  private final ClassLoader loader = getClass().getClassLoader();
  private final CairnCachingProvider provider = new CairnCachingProvider();

  @AfterEach
  void close() {
    provider.close();
    assertThat(Beans.of(uri)).isEmpty();
    threads.awaitNoneSince();
  }

  @Test
  void close_inAnyOrderAndAgain_isQuiet() {
    CacheManager manager = provider.getCacheManager(uri, loader);
    CacheManager second = provider.getCacheManager(URI.create(uri + "-2"), loader);
    Cache<String, String> cache = manager.createCache("c", configuration());
    Cache<String, String> ofSecond = second.createCache("c", configuration());

    cache.close();
    cache.close();
    assertThat(manager.getCacheNames()).isEmpty();
    manager.close();
    manager.close();
    provider.close();
    ofSecond.close();
    second.close();
    provider.close();
    provider.close(loader);
    provider.close(uri, loader);

    assertThat(cache.isClosed() && ofSecond.isClosed()).isTrue();
    assertThat(manager.isClosed() && second.isClosed()).isTrue();
    assertThatThrownBy(() -> manager.destroyCache("c")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ofSecond.get("k")).isInstanceOf(IllegalStateException.class);
    assertThat(provider.getCacheManager(uri, loader)).isNotSameAs(manager);
  }

  @Test
  void close_whileOthersCreate_theyAreToldAndEveryCacheIsClosed() throws Exception {
    Queue<Cache<String, String>> created = new ConcurrentLinkedQueue<>();
    for (int round = 0; round < ROUNDS; round++) {
      CacheManager manager = provider.getCacheManager(uri, loader);
      race(
          member -> {
            for (int i = 0; ; i++) {
              created.add(manager.createCache("c" + member + "-" + i, configuration()));
            }
          },
          () -> provider.close(loader));

      assertThat(created).allMatch(Cache::isClosed);
      assertThat(Beans.of(uri)).isEmpty();
      created.clear();
    }
  }

  @Test
  void close_whileOthersOpenManagers_everyManagerFoundBeforeIsClosed() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Queue<CacheManager> found = new ConcurrentLinkedQueue<>();
      CacheManager first = provider.getCacheManager(uri, loader);
      race(
          member -> {
            CacheManager manager;
            do {
              manager = provider.getCacheManager(uri, loader);
              found.add(manager);
            } while (manager == first);
            manager.createCache("c" + member, configuration()).put("k", "v");
            throw new IllegalStateException("enough");
          },
          () -> provider.close(uri, loader));

      assertThat(first.isClosed()).isTrue();
      CacheManager next = provider.getCacheManager(uri, loader);
      assertThat(Set.copyOf(found)).isSubsetOf(Set.of(first, next));
      assertThat(next.getCacheNames()).hasSize(WORKERS);
      provider.close();
    }
  }

  @Test
  void close_whileOthersOperate_theyAreTold() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      CacheManager manager = provider.getCacheManager(uri, loader);
      Cache<String, String> cache = manager.createCache("c", configuration());
      race(member -> operateForEver(cache, "k" + member % 2), manager::close);
    }
  }

  @Test
  void close_whileStatisticsAreEnabled_leavesNoBean() throws Exception {
    CacheManager manager = provider.getCacheManager(uri, loader);
    for (int round = 0; round < ROUNDS * 2; round++) {
      Cache<String, String> cache = manager.createCache("c", configuration());
      race(
          member -> {
            while (!cache.isClosed()) {
              manager.enableStatistics("c", true);
              manager.enableManagement("c", true);
            }
            throw new IllegalStateException("enough");
          },
          cache::close);

      assertThat(Beans.of(uri)).isEmpty();
    }
  }

  @Test
  void close_whileListenersAreRegistered_closesEachThatWasMade() throws Exception {
    CacheManager manager = provider.getCacheManager(uri, loader);
    AtomicInteger open = new AtomicInteger();
    for (int round = 0; round < ROUNDS; round++) {
      Cache<String, String> cache = manager.createCache("c", configuration());
      race(
          member -> {
            while (true) {
              cache.registerCacheEntryListener(
                  new MutableCacheEntryListenerConfiguration<String, String>(
                      () -> new Listener(open), null, false, true));
            }
          },
          cache::close);

      assertThat(open).hasValue(0);
    }
  }

  @Test
  void close_nameIsFreeAgain_itsBeansAreGone() throws Exception {
    CacheManager manager = provider.getCacheManager(uri, loader);
    for (int round = 0; round < ROUNDS; round++) {
      Cache<String, String> cache = manager.createCache("c", configuration());
      List<Cache<String, String>> next = new ArrayList<>();
      Running creating = Running.start(() -> next.add(createWhenFree(manager)));
      cache.close();
      creating.millis();

      assertThat(Beans.of(uri)).hasSize(2);
      assertThat(Beans.of(uri)).allMatch(bean -> bean.getKeyProperty("Instance") == null);
      next.get(0).close();
    }
  }

  /** What one of the threads does until it is told that all is closed. */
  private interface Work {
    void run(int member) throws Exception;
  }

  // Everybody ends by an IllegalStateException, and by nothing else.
  private static void race(Work work, Runnable close) throws Exception {
    CountDownLatch begun = new CountDownLatch(WORKERS);
    List<Running> all = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      int member = i;
      all.add(
          Running.start(
              () -> {
                begun.countDown();
                work.run(member);
              }));
    }
    begun.await();
    close.run();
    for (Running running : all) {
      assertThatThrownBy(running::millis).hasCauseExactlyInstanceOf(IllegalStateException.class);
    }
  }

  private static void operateForEver(Cache<String, String> cache, String key) {
    while (true) {
      cache.put(key, "v");
      cache.get(key);
      cache.getAndReplace(key, "w");
      cache.getAll(Set.of("a", key));
      cache.putAll(Map.of("a", "v", key, "v"));
      cache.invoke(
          key,
          (entry, arguments) -> {
            entry.setValue("x");
            return null;
          });
      cache.loadAll(Set.of(key, "b"), true, null);
      cache.forEach(entry -> {});
      cache.removeAll();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // for variety, not for correctness
  private static Cache<String, String> createWhenFree(CacheManager manager) {
    while (true) {
      try {
        return manager.createCache("c", configuration());
      } catch (CacheException taken) {
        Thread.yield();
      }
    }
  }

  /** With all that a closed manager could refuse to a cache that comes too late. */
  private static MutableConfiguration<String, String> configuration() {
    return Hanging.loading(() -> {}, () -> {})
        .setExpiryPolicyFactory(TouchedExpiryPolicy.factoryOf(Duration.ONE_HOUR))
        .setManagementEnabled(true)
        .addCacheEntryListenerConfiguration(
            new MutableCacheEntryListenerConfiguration<String, String>(
                () -> new Listener(new AtomicInteger()), null, false, false));
  }

  private static final class Listener
      implements CacheEntryCreatedListener<String, String>, Closeable {
    private final AtomicInteger open;

    Listener(AtomicInteger open) {
      this.open = open;
      open.incrementAndGet();
    }

    @Override
    public void onCreated(Iterable<CacheEntryEvent<? extends String, ? extends String>> events) {}

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }
}
