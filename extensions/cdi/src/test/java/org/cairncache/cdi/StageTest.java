package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the annotations do on methods that return stages. */
@Timeout(60)
final class StageTest {
  /** Each call returns a stage that the test completes. */
  @ApplicationScoped
  @CacheDefaults(cacheName = "stages")
  public static class Service {
    private final List<CompletableFuture<@Nullable String>> calls = new ArrayList<>();

    @CacheResult
    public CompletionStage<@Nullable String> find(String key) {
      return begin();
    }

    @CacheResult
    public CompletableFuture<@Nullable String> findFuture(String key) {
      return begin();
    }

    @CacheResult(skipGet = true)
    public CompletionStage<@Nullable String> renew(String key) {
      return begin();
    }

    @CacheResult(
        exceptionCacheName = "failures",
        cachedExceptions = IOException.class,
        nonCachedExceptions = FileNotFoundException.class)
    public CompletionStage<@Nullable String> findOrFail(String key) {
      return begin().thenApply(each -> each);
    }

    @CacheResult
    public CompletionStage<@Nullable String> refuse(String key) throws IOException {
      throw new IOException("refused");
    }

    @CachePut
    public CompletionStage<@Nullable String> put(@CacheKey String key, @CacheValue String value) {
      return begin();
    }

    @CachePut(afterInvocation = false)
    public CompletionStage<@Nullable String> putBefore(
        @CacheKey String key, @CacheValue String value) {
      return begin();
    }

    @CacheRemove(evictFor = IOException.class)
    public CompletionStage<@Nullable String> remove(String key) {
      return begin().thenApply(each -> each);
    }

    @CacheRemoveAll
    public CompletableFuture<@Nullable String> removeAll() {
      return begin();
    }

    private CompletableFuture<@Nullable String> begin() {
      CompletableFuture<@Nullable String> call = new CompletableFuture<>();
      calls.add(call);
      return call;
    }

    public CompletableFuture<@Nullable String> call(int index) {
      return calls.get(index);
    }

    public int calls() {
      return calls.size();
    }
  }

  @ApplicationScoped
  public static class Futures {
    @CacheResult(cacheName = "stages")
    public Future<String> find(String key) {
      return CompletableFuture.completedFuture(key);
    }

    @CacheRemove(cacheName = "stages")
    public @Nullable ScheduledFuture<String> remove(String key) {
      return null;
    }
  }

  private static final MethodKey KEY = MethodKey.of("a");

  private final Container container = Container.of(Service.class);
  private final Service service = container.get(Service.class);

  @AfterEach
  void close() {
    container.close();
  }

  private @Nullable Object kept() {
    return container.cache("stages").get(KEY);
  }

  private static <T> CompletableFuture<T> future(CompletionStage<T> stage) {
    return stage.toCompletableFuture();
  }

  private static @Nullable Throwable failureOf(CompletionStage<?> stage) {
    CompletableFuture<?> future = future(stage);
    assertThat(future).isCompletedExceptionally();
    return future.handle((value, failure) -> failure).join();
  }

  @Test
  void result_itsValueIsKeptWhenItIsThere() {
    CompletableFuture<String> first = future(service.find("a"));
    assertThat(first).isNotDone();
    assertThat(kept()).isNull();
    service.call(0).complete("value");
    assertThat(first).isCompletedWithValue("value");
    assertThat(kept()).isEqualTo("value");
  }

  @Test
  void result_found_isACompletedStage() {
    container.cache("stages").put(KEY, "value");
    assertThat(future(service.find("a"))).isCompletedWithValue("value");
    assertThat(service.findFuture("a")).isCompletedWithValue("value");
    assertThat(service.calls()).isZero();
  }

  @Test
  void result_underWay_isSharedByCallers() {
    CompletableFuture<String> first = future(service.find("a"));
    CompletableFuture<String> second = future(service.findFuture("a"));
    service.call(0).complete("value");
    assertThat(first).isCompletedWithValue("value");
    assertThat(second).isCompletedWithValue("value");
    assertThat(service.calls()).isEqualTo(1);
  }

  @Test
  void result_null_isNotKept() {
    CompletableFuture<String> first = future(service.find("a"));
    service.call(0).complete(null);
    assertThat(first).isCompletedWithValue(null);
    service.find("a");
    assertThat(service.calls()).isEqualTo(2);
  }

  @Test
  void result_fails_nothingIsKept() {
    CompletableFuture<String> first = future(service.find("a"));
    service.call(0).completeExceptionally(new IOException("failed"));
    assertThat(failureOf(first)).isExactlyInstanceOf(IOException.class).hasMessage("failed");
    assertThat(container.cache("stages")).isEmpty();
    service.find("a");
    assertThat(service.calls()).isEqualTo(2);
  }

  @Test
  void result_failsAsTheFilterHasIt_exceptionIsKeptUnwrapped() {
    CompletableFuture<String> first = future(service.findOrFail("a"));
    service.call(0).completeExceptionally(new IOException("failed"));
    assertThat(failureOf(first)).isExactlyInstanceOf(IOException.class);
    assertThat(container.cache("failures").get(KEY)).isExactlyInstanceOf(IOException.class);
    assertThat(failureOf(service.findOrFail("a")))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("failed");
    assertThat(service.calls()).isEqualTo(1);
  }

  @Test
  void result_failsAsTheFilterHasItNot_exceptionIsNotKept() {
    service.findOrFail("a");
    service.call(0).completeExceptionally(new FileNotFoundException());
    service.findOrFail("a");
    service.call(1).completeExceptionally(new IllegalStateException());
    service.findOrFail("a");
    assertThat(service.calls()).isEqualTo(3);
    assertThat(container.cache("failures")).isEmpty();
  }

  @Test
  void result_thrownInPlaceOfAStage_isThrownAndNothingIsKept() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> service.refuse("a"))
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("refused");
    }
    CompletableFuture<String> next = future(service.find("a"));
    service.call(0).complete("value");
    assertThat(next).isCompletedWithValue("value");
  }

  @Test
  void result_withSkipGet_isCalledAndKept() {
    container.cache("stages").put(KEY, "old");
    CompletableFuture<String> renewed = future(service.renew("a"));
    assertThat(kept()).isEqualTo("old");
    service.call(0).complete("new");
    assertThat(renewed).isCompletedWithValue("new");
    assertThat(kept()).isEqualTo("new");
  }

  @Test
  void result_canceledByOneCaller_isThereForTheOthers() {
    CompletableFuture<String> first = future(service.find("a"));
    CompletableFuture<String> second = future(service.find("a"));
    first.cancel(true);
    CompletableFuture<String> third = future(service.find("a"));
    assertThat(first).isCancelled();
    assertThat(second).isNotDone();
    service.call(0).complete("value");
    assertThat(second).isCompletedWithValue("value");
    assertThat(third).isCompletedWithValue("value");
    assertThat(kept()).isEqualTo("value");
    assertThat(service.calls()).isEqualTo(1);
  }

  @Test
  void put_isDoneWhenTheStageHasCompleted() {
    CompletableFuture<String> stage = future(service.put("a", "value"));
    assertThat(kept()).isNull();
    service.call(0).complete("returned");
    assertThat(kept()).isEqualTo("value");
    assertThat(stage).isCompletedWithValue("returned");
  }

  @Test
  void put_stageFails_isNotDone() {
    CompletableFuture<String> stage = future(service.put("a", "value"));
    service.call(0).completeExceptionally(new IOException("failed"));
    assertThat(failureOf(stage)).hasMessageContaining("failed");
    assertThat(kept()).isNull();
  }

  @Test
  void put_beforeTheMethod_isDoneBeforeTheStageCompletes() {
    service.putBefore("a", "value");
    assertThat(kept()).isEqualTo("value");
  }

  @Test
  void remove_isDoneWhenTheStageHasCompleted() {
    container.cache("stages").put(KEY, "value");
    service.remove("a");
    assertThat(kept()).isEqualTo("value");
    service.call(0).complete("done");
    assertThat(kept()).isNull();
  }

  @Test
  void remove_stageFailsWithWhatEvictForHas_isDone() {
    container.cache("stages").put(KEY, "value");
    CompletableFuture<String> stage = future(service.remove("a"));
    service.call(0).completeExceptionally(new IOException("failed"));
    assertThat(kept()).isNull();
    assertThatThrownBy(stage::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isExactlyInstanceOf(IOException.class);
  }

  @Test
  void remove_stageFailsWithAnythingElse_isNotDone() {
    container.cache("stages").put(KEY, "value");
    service.remove("a");
    service.call(0).completeExceptionally(new IllegalStateException());
    assertThat(kept()).isEqualTo("value");
  }

  @Test
  void removeAll_isDoneWhenTheStageHasCompleted() {
    container.cache("stages").put(KEY, "value");
    CompletableFuture<String> stage = service.removeAll();
    assertThat(kept()).isEqualTo("value");
    service.call(0).complete("done");
    assertThat(stage).isCompletedWithValue("done");
    assertThat(container.cache("stages")).isEmpty();
  }

  @Test
  void future_thatIsNoStage_isRefusedAtDeployment() {
    assertThatThrownBy(() -> Container.of(Futures.class).close())
        .hasStackTraceContaining("Futures.find(String) returns a Future")
        .hasStackTraceContaining("Futures.remove(String) returns a ScheduledFuture");
  }
}
