package org.cairncache.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.assertj.core.api.SoftAssertions;
import org.cairncache.CairnCachingProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing ends within 5 s whatever hangs, and leaves no thread but the one that hangs. */
@Timeout(180)
class CloseWhileHangingTest {
  private static final URI DECLARED = URI.create("classpath:org/cairncache/lifecycle/hooked.conf");
  private static final URI DECLARED_STORE = URI.create("hooked:declared");

  private final LiveThreads threads = LiveThreads.now();

  @Test
  void close_whateverHangs_endsAndLeavesNoOtherThread() throws Exception {
    Map<Hanging.Part, Hanging> all = new EnumMap<>(Hanging.Part.class);
    Map<Hanging.Part, Running> closings = new EnumMap<>(Hanging.Part.class);
    for (Hanging.Part part : Hanging.Part.values()) {
      all.put(part, new Hanging());
      all.get(part).begin(part);
    }
    all.forEach((part, hanging) -> closings.put(part, Running.start(hanging.provider::close)));

    SoftAssertions softly = new SoftAssertions();
    all.forEach((part, hanging) -> check(part, hanging, closings.get(part), softly));
    softly.assertAll();

    Set<Thread> left = threads.since();
    for (Hanging hanging : all.values()) {
      left.remove(hanging.hang.awaitThread());
    }
    assertThat(left).filteredOn(thread -> thread.getName().startsWith("cairn-")).isEmpty();
    all.values().forEach(Hanging::close);
    threads.awaitNoneSince();
  }

  private static void check(
      Hanging.Part part, Hanging hanging, Running closing, SoftAssertions softly) {
    try {
      softly.assertThat(closing.millis()).as("ms to close: " + part).isLessThan(Limit.MILLIS);
      Thread thread = hanging.hang.awaitThread();
      softly.assertThat(thread.isDaemon()).as("daemon: " + part).isTrue();
      if (part.onOurThread) {
        await().until(hanging.hang::isInterrupted); // it hears of it a moment later
      }
      softly
          .assertThat(hanging.hang.isInterrupted())
          .as("interrupted: " + part)
          .isEqualTo(part.onOurThread);
      softly.assertThat(Beans.of(hanging.uri)).as("beans: " + part).isEmpty();
      softly
          .assertThatThrownBy(() -> hanging.manager.getCache("c"))
          .isInstanceOf(IllegalStateException.class);
    } catch (Exception failure) {
      softly.fail("closing while this hangs: " + part, failure);
    }
  }

  @Test
  void close_everyCacheAndManagerHangs_endsInTheSameTime() throws Exception {
    AtomicInteger stores = new AtomicInteger();
    List<Hang> hangs = new ArrayList<>();
    try (CairnCachingProvider provider = new CairnCachingProvider()) {
      for (int i = 0; i < 5; i++) {
        URI uri = HookedStores.newUri();
        HookedStores.of(uri).onClose = stores::incrementAndGet;
        CacheManager manager = provider.getCacheManager(uri, null);
        for (int cache = 0; cache < 5; cache++) {
          Hang hang = new Hang();
          hangs.add(hang);
          manager.createCache("c" + cache, Hanging.loading(() -> {}, hang));
        }
      }

      assertThat(Running.start(provider::close).millis()).isLessThan(Limit.MILLIS);

      // Each loader hung, and each store behind it was closed nevertheless.
      await().untilAsserted(() -> assertThat(stores).hasValue(25));
      await().untilAsserted(() -> assertThat(hangs).allMatch(Hang::isInterrupted));
    } finally {
      hangs.forEach(Hang::close);
    }
    threads.awaitNoneSince();
  }

  @Test
  void close_ofOneCacheThatHangs_endsAndLeavesTheOthers() throws Exception {
    try (Hanging hanging = new Hanging()) {
      Cache<String, String> other = hanging.create(Hanging.plain());
      Cache<String, String> cache = hanging.create(Hanging.loading(() -> {}, hanging.hang));

      assertThat(Running.start(cache::close).millis()).isLessThan(Limit.MILLIS);

      await().until(hanging.hang::isInterrupted);
      other.put("k", "v");
      assertThat(other.get("k")).isEqualTo("v");
    }
    threads.awaitNoneSince();
  }

  @Test
  void close_declaredCacheIsBeingMade_ends() throws Exception {
    HookedStores.Hooks hooks = HookedStores.of(DECLARED_STORE);
    try (CairnCachingProvider provider = new CairnCachingProvider();
        Hang hang = new Hang()) {
      hooks.onOpen = context -> hang.run();
      CacheManager other = provider.getCacheManager(HookedStores.newUri(), null);
      Running opening = Running.start(() -> provider.getCacheManager(DECLARED, null));
      hang.awaitThread();

      assertThat(Running.start(other::close).millis()).isLessThan(Limit.MILLIS);
      assertThat(Running.start(provider::close).millis()).isLessThan(Limit.MILLIS);

      hang.close();
      assertThatThrownBy(opening::millis)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IllegalStateException.class);
      assertThat(Beans.of(DECLARED)).isEmpty();
      assertThat(provider.getCacheManager(DECLARED, null).getCacheNames()).containsExactly("c");
    } finally {
      hooks.onOpen = context -> {};
    }
    threads.awaitNoneSince();
  }

  @Test
  void close_whoWaitsForAHungLoad_isToldAtOnce() throws Exception {
    try (Hanging hanging = new Hanging()) {
      Cache<String, String> cache = hanging.create(Hanging.loading(hanging.hang, () -> {}));
      Running first = Running.start(() -> cache.get("k"));
      hanging.hang.awaitThread();
      Running second = Running.start(() -> cache.get("k"));
      Running third = Running.start(() -> cache.getAll(Set.of("k")));
      await().until(() -> second.isWaiting() && third.isWaiting());

      cache.close();

      for (Running waiting : List.of(second, third)) {
        assertThatThrownBy(waiting::millis).hasCauseInstanceOf(IllegalStateException.class);
      }
      assertThat(first.isDone()).isFalse();
    }
    threads.awaitNoneSince();
  }

  @Test
  void close_workThatEndsSoon_isLetEndBeforeItsListenerIsClosed() throws Exception {
    CountDownLatch hearing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch listenerClosed = new CountDownLatch(1);
    CompletableFuture<Long> closedMeanwhile = new CompletableFuture<>();
    Runnable hear =
        () -> {
          hearing.countDown();
          try {
            if (!goOn.await(30, TimeUnit.SECONDS)) {
              throw new TimeoutException();
            }
            closedMeanwhile.complete(1 - listenerClosed.getCount());
          } catch (Exception failure) {
            closedMeanwhile.completeExceptionally(failure);
          }
        };
    try (Hanging hanging = new Hanging()) {
      hanging.create(Hanging.listening(false, hear, listenerClosed::countDown)).put("k", "v");
      hearing.await();
      Running closing = Running.start(hanging.provider::close);
      await().until(hanging.manager::isClosed);
      goOn.countDown();

      closing.millis();

      assertThat(closedMeanwhile.get(30, TimeUnit.SECONDS)).isZero();
      assertThat(listenerClosed.getCount()).isZero();
    }
    threads.awaitNoneSince();
  }
}
