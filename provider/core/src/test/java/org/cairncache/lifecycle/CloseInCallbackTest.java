package org.cairncache.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.CairnCachingProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The application may close whatever it likes from wherever it is called. */
@Timeout(60)
class CloseInCallbackTest {
  private final LiveThreads threads = LiveThreads.now();
  private final URI uri = URI.create("memory:" + UUID.randomUUID());
  private final CairnCachingProvider provider = new CairnCachingProvider();
  private final CacheManager manager = provider.getCacheManager(uri, null);
  private final CompletableFuture<Long> closedAfterNanos = new CompletableFuture<>();
  private Cache<String, String> closing;

  enum Closed {
    CACHE,
    DESTROYED_CACHE,
    MANAGER,
    PROVIDER
  }

  @AfterEach
  void close() {
    provider.close();
    threads.awaitNoneSince();
    assertThat(Beans.of(uri)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everything")
  void close_inACallback_ends(CallingBack where, Closed what) throws Exception {
    Runnable callback = () -> closeOnce(what);
    MutableConfiguration<String, String> configuration =
        new MutableConfiguration<String, String>()
            .setTypes(String.class, String.class)
            .setStatisticsEnabled(true);
    where.configure(configuration, callback);
    Cache<String, String> cache = manager.createCache("c", configuration);
    closing = cache;

    try {
      where.operate(cache, callback);
    } catch (IllegalStateException | CacheException | ExecutionException lost) {
      // the operation lost its cache half-way and says so
    }

    long nanos = closedAfterNanos.get(30, TimeUnit.SECONDS);
    assertThat(TimeUnit.NANOSECONDS.toMillis(nanos)).as("ms to close").isLessThan(Limit.MILLIS);
    assertThat(cache.isClosed()).isTrue();
    assertThatThrownBy(() -> cache.get("k")).isInstanceOf(IllegalStateException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    if (what == Closed.MANAGER || what == Closed.PROVIDER) {
      assertThat(manager.isClosed()).isTrue();
    } else {
      assertThat(manager.getCacheNames()).isEmpty();
    }
  }

  static Stream<Arguments> everything() {
    return Arrays.stream(CallingBack.values())
        .flatMap(where -> Arrays.stream(Closed.values()).map(what -> Arguments.of(where, what)));
  }

  private void closeOnce(Closed what) {
    if (closedAfterNanos.isDone()) {
      return;
    }
    long start = System.nanoTime();
    switch (what) {
      case CACHE -> closing.close();
      case DESTROYED_CACHE -> manager.destroyCache("c");
      case MANAGER -> manager.close();
      case PROVIDER -> provider.close();
    }
    if (Thread.currentThread().isInterrupted()) {
      closedAfterNanos.completeExceptionally(
          new AssertionError("close has interrupted the thread that called it"));
    }
    closedAfterNanos.complete(System.nanoTime() - start);
  }
}
