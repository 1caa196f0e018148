package org.cairncache.jcache;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.integration.CacheLoader;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Lifetime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A load, a change whose thread stands still once the store has it, and somebody who sees the
 * change and then waits for the load.
 */
@Timeout(30)
class OvertakenLoadTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Source source = new Source();
  private final Stop loaderStops = new Stop();
  private final Stop removerStops = new Stop();
  private volatile RecordedCache<String, String> recorded;

  @AfterEach
  void close() {
    loaderStops.goOn();
    removerStops.goOn();
    threads.shutdownNow();
    recorded.close();
  }

  @Test
  void get_loadFoundWhatIsRemovedByNow_isNotAnsweredByIt() throws Exception {
    openWithAnEntryThatComesIn();

    assertThat(whileRemoverStandsStill(this::get, "removed")).startsWith("loaded");
  }

  @Test
  void get_loadStoredWhatIsRemovedByNow_isNotAnsweredByIt() throws Exception {
    CacheEntryCreatedListener<String, String> listener = events -> stopIf(isLoader(), loaderStops);
    open(listener);
    recorded.store.afterwards(call -> stopIf(isRemover() && call.equals("remove"), removerStops));

    assertThat(whileRemoverStandsStill(this::get, "loaded 1"))
        .startsWith("loaded")
        .isNotEqualTo("loaded 1");
  }

  @Test
  void getAll_loadFoundWhatIsRemovedByNow_isNotAnsweredByIt() throws Exception {
    openWithAnEntryThatComesIn();

    assertThat(whileRemoverStandsStill(this::getAll, "removed")).startsWith("loaded");
  }

  @Test
  void get_manyWaitForALoadOfNothing_isOneCallOfTheLoader() throws Exception {
    source.answersNull = true;

    assertThat(answersOfThoseWhoWaitForTheLoader()).containsOnlyNulls();
    assertThat(source.calls).hasValue(1);
  }

  @Test
  void get_manyWaitForALoad_isOneCallOfTheLoaderAndNoFurtherLookIntoTheStore() throws Exception {
    assertThat(answersOfThoseWhoWaitForTheLoader()).containsOnly("loaded 1");
    assertThat(source.calls).hasValue(1);
    assertThat(recorded.store.calls()).filteredOn("getLatest"::equals).hasSize(2);
  }

  private String whileRemoverStandsStill(Callable<String> read, String ofTheLoader)
      throws Exception {
    Future<String> loader = start("loader", read);
    loaderStops.await();
    Future<?> remover = start("remover", () -> recorded.cache.remove("k"));
    removerStops.await();
    Future<String> reader = startAndAwaitItsWait(read);
    loaderStops.goOn();
    assertThat(loader.get(10, SECONDS)).isEqualTo(ofTheLoader);
    removerStops.goOn();
    remover.get(10, SECONDS);
    return reader.get(10, SECONDS);
  }

  private List<String> answersOfThoseWhoWaitForTheLoader()
      throws InterruptedException, ExecutionException, TimeoutException {
    open(null);
    source.stop = loaderStops;
    List<Future<String>> readers = new ArrayList<>();
    readers.add(start("loader", this::get));
    loaderStops.await();
    for (int i = 0; i < 4; i++) {
      readers.add(startAndAwaitItsWait(this::get));
    }
    loaderStops.goOn();
    List<String> answers = new ArrayList<>();
    for (Future<String> reader : readers) {
      answers.add(reader.get(10, SECONDS));
    }
    return answers;
  }

  private void open(CacheEntryCreatedListener<String, String> listener) {
    var builder = CairnConfiguration.builder(String.class, String.class).readThrough(() -> source);
    if (listener != null) {
      builder.listener(
          new MutableCacheEntryListenerConfiguration<>(() -> listener, null, false, true));
    }
    recorded = new RecordedCache<>(builder.build());
  }

  // Between the miss of the loading thread and its second look, from somebody elsewhere.
  private void openWithAnEntryThatComesIn() {
    open(null);
    recorded.store.afterwards(
        call -> {
          if (isLoader() && call.startsWith("get") && !call.equals("getLatest")) {
            recorded.store.put("k", "removed", Lifetime.ETERNAL);
          }
          stopIf(isLoader() && call.equals("getLatest"), loaderStops);
          stopIf(isRemover() && call.equals("remove"), removerStops);
        });
  }

  private String get() {
    return recorded.cache.get("k");
  }

  private String getAll() {
    return recorded.cache.getAll(Set.of("k")).get("k");
  }

  private <T> Future<T> start(String name, Callable<T> call) {
    return threads.submit(
        () -> {
          Thread.currentThread().setName(name);
          return call.call();
        });
  }

  private Future<String> startAndAwaitItsWait(Callable<String> call) {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    Future<String> future =
        start(
            "reader",
            () -> {
              thread.complete(Thread.currentThread());
              return call.call();
            });
    await().until(() -> future.isDone() || isJoining(thread.join()));
    return future;
  }

  private static boolean isJoining(Thread thread) {
    if (thread.getState() != Thread.State.WAITING) {
      return false;
    }
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getClassName().equals(Flight.class.getName())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLoader() {
    return Thread.currentThread().getName().equals("loader");
  }

  private static boolean isRemover() {
    return Thread.currentThread().getName().equals("remover");
  }

  private static void stopIf(boolean here, Stop stop) {
    if (here) {
      stop.here();
    }
  }

  /** A place at which one thread stands still until it is told to go on. */
  private static final class Stop {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);

    void here() {
      reached.countDown();
      try {
        left.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void await() throws InterruptedException {
      assertThat(reached.await(10, SECONDS)).isTrue();
    }

    void goOn() {
      left.countDown();
    }
  }

  /** Loads {@code "loaded 1"}, then {@code "loaded 2"}, and so on. */
  private static final class Source implements CacheLoader<String, String> {
    final AtomicInteger calls = new AtomicInteger();
    volatile boolean answersNull;
    volatile Stop stop;

    @Override
    public String load(String key) {
      int call = calls.incrementAndGet();
      if (stop != null) {
        stop.here();
      }
      return answersNull ? null : "loaded " + call;
    }

    @Override
    public Map<String, String> loadAll(Iterable<? extends String> keys) {
      return StreamSupport.stream(keys.spliterator(), false)
          .collect(Collectors.toMap(key -> key, this::load));
    }
  }
}
