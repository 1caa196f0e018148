package org.cairncache.cdi;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.cache.annotation.CacheDefaults;
import org.cairncache.freshness.background.BackgroundObserver;
import org.cairncache.freshness.background.Mirror;
import org.cairncache.freshness.background.WriteTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Methods that are called on a schedule, and what reads their results. */
@Timeout(60)
final class BackgroundTest {
  private static final AtomicInteger ENDED = new AtomicInteger();

  @ApplicationScoped
  @CacheDefaults(cacheName = "background")
  public static class Flags {
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean broken;

    @BackgroundRefresh(key = "flags", every = "50ms", ttl = "1h")
    public String load() throws IOException {
      int call = calls.incrementAndGet();
      if (broken) {
        throw new IOException("broken");
      }
      return "flags" + call;
    }

    @BackgroundRefresh(key = "stage", every = "1h")
    CompletionStage<String> stage() {
      return CompletableFuture.supplyAsync(() -> "stage");
    }

    @BackgroundRefresh(key = "later", every = "1h", immediately = false)
    public String later() throws IOException {
      throw new IOException("asked too early");
    }

    public int calls() {
      return calls.get();
    }

    public void breakDown() {
      broken = true;
    }
  }

  @Dependent
  @CacheDefaults(cacheName = "background")
  public static class Rates {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @BackgroundWriter(key = "rates", every = "50ms", lease = "1s")
    int load() {
      return CALLS.incrementAndGet();
    }

    @PreDestroy
    void end() {
      ENDED.incrementAndGet();
    }
  }

  @ApplicationScoped
  @CacheDefaults(cacheName = "background")
  public static class Readers {
    @Inject
    @BackgroundReader(key = "rates", every = "20ms")
    Supplier<Integer> rates;

    @Inject
    @BackgroundReader(key = "rates", every = "20ms", cacheName = "background")
    Mirror<Integer> same;

    public Supplier<Integer> rates() {
      return rates;
    }

    public Mirror<Integer> same() {
      return same;
    }
  }

  @ApplicationScoped
  public static class Hears implements CacheObservers {
    private volatile WriteTask<?> writer;

    @Override
    public BackgroundObserver ofTask(String cacheName, String key) {
      return new BackgroundObserver() {
        @Override
        public void writes(WriteTask<?> task) {
          writer = task;
        }
      };
    }

    public WriteTask<?> writer() {
      return writer;
    }
  }

  @Test
  void refresh_isCalledFromTheStartAndAnswersCalls() throws Exception {
    try (Container container = Container.of(Flags.class)) {
      Flags flags = container.get(Flags.class);
      await().until(() -> flags.calls() > 2);
      int before = flags.calls();
      for (int i = 0; i < 1000; i++) {
        assertThat(flags.load()).startsWith("flags");
      }
      assertThat(flags.calls()).isLessThan(before + 900);
      assertThat(flags.stage().toCompletableFuture().join()).isEqualTo("stage");
    }
  }

  @Test
  void refresh_fails_callsAreAnsweredByTheLastResult() throws Exception {
    try (Container container = Container.of(Flags.class)) {
      Flags flags = container.get(Flags.class);
      await().until(() -> flags.calls() > 0);
      flags.breakDown();
      int before = flags.calls();
      await().until(() -> flags.calls() > before);
      assertThat(flags.load()).startsWith("flags");
    }
  }

  @Test
  void refresh_nothingYet_callIsToldItself() {
    try (Container container = Container.of(Flags.class)) {
      Flags flags = container.get(Flags.class);
      assertThatThrownBy(flags::later)
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("asked too early");
    }
  }

  @Test
  void writer_writesAndReadersRead() {
    try (Container container = Container.of(Rates.class, Readers.class, Hears.class)) {
      Readers readers = container.get(Readers.class);
      await().until(() -> readers.rates().get() != null);
      int seen = readers.rates().get();
      await().until(() -> readers.rates().get() > seen + 2);
      assertThat(readers.same()).isSameAs(readers.rates());
      assertThat(container.get(Hears.class).writer().isWriting()).isTrue();
    }
  }

  @Test
  void tasks_applicationStops_end() throws Exception {
    int ended = ENDED.get();
    Container container = Container.of(Rates.class, Readers.class);
    Mirror<Integer> mirror = container.get(Readers.class).same();
    await().until(mirror::isPresent);
    container.close();
    int calls = Rates.CALLS.get();
    assertThat(mirror.isPresent()).isFalse();
    assertThat(ENDED).hasValue(ended + 1);
    await().during(ofMillis(200)).until(() -> Rates.CALLS.get() == calls); // four turns
  }
}
