package org.cairncache.freshness;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How long callers wait and loads last, how many there are, and that none leaves its key locked.
 */
@Timeout(60)
class LimitsTest {
  private final Fixture fixture = new Fixture();
  private final Backend source = new Backend();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void softTimeout_servesTheOldAndKeepsTheNew() throws Exception {
    List<CompletableFuture<String>> results = new ArrayList<>();
    Cached1<String, String> function =
        fixture
            .minute()
            .staleIfError(ofMinutes(5))
            .softTimeout(ofMillis(200))
            .buildAsync(
                key -> {
                  results.add(new CompletableFuture<>());
                  return results.get(results.size() - 1);
                });
    CompletionStage<@Nullable String> first = function.getAsync("a");
    fixture.runThreads();
    results.get(0).complete("old");
    assertThat(first.toCompletableFuture().get()).isEqualTo("old");
    fixture.pass(60);

    CompletableFuture<@Nullable String> slow = function.getAsync("a").toCompletableFuture();
    fixture.scheduler.advance(ofMillis(199));
    assertThat(slow).isNotDone();
    fixture.scheduler.advance(ofMillis(1));
    assertThat(slow.get()).isEqualTo("old");
    results.get(1).complete("new");
    assertThat(function.get("a")).isEqualTo("new");
    assertThat(fixture.heard).contains("STALE_ON_ERROR STORE");
  }

  @Test
  void threadsUsedUp_aCallerWhoMustNotWait_isNotMadeToLoad() throws Exception {
    AtomicBoolean full = new AtomicBoolean(true);
    Cached1<String, String> function =
        fixture
            .minute()
            .executor(
                task -> {
                  if (full.get()) {
                    throw new RejectedExecutionException("full");
                  }
                  fixture.scheduler.execute(task);
                })
            .build(source::load);

    CompletableFuture<@Nullable String> answer = function.getAsync("a").toCompletableFuture();
    fixture.scheduler.advance(ofSeconds(1));
    assertThat(source.calls).hasValue(0);
    full.set(false);
    fixture.scheduler.advance(ofSeconds(1));
    assertThat(answer).isCompletedWithValue("a#1");

    full.set(true);
    CompletableFuture<@Nullable String> never = function.getAsync("b").toCompletableFuture();
    fixture.scheduler.advance(ofMinutes(1));
    assertThatThrownBy(never::get).hasCauseInstanceOf(LoadTimeoutException.class);
  }

  @Test
  void hardTimeout_throwsAndKeepsTheNew() throws Exception {
    CompletableFuture<String> result = new CompletableFuture<>();
    Cached1<String, String> function =
        fixture.minute().hardTimeout(ofSeconds(1)).buildAsync(key -> result);

    CompletableFuture<@Nullable String> slow = function.getAsync("a").toCompletableFuture();
    fixture.scheduler.advance(ofSeconds(1));
    assertThatThrownBy(slow::get).hasCauseInstanceOf(LoadTimeoutException.class);

    result.complete("late");
    assertThat(function.get("a")).isEqualTo("late");
    assertThat(fixture.heard).contains("MISS SUCCESS", "FRESH STORE");
  }

  @Test
  void deadline_freesTheKeyAndDropsTheResult() throws Exception {
    List<CompletableFuture<String>> results = new ArrayList<>();
    Cached1<String, String> function =
        fixture
            .minute()
            .deadline(ofSeconds(30))
            .buildAsync(
                key -> {
                  results.add(new CompletableFuture<>());
                  return results.get(results.size() - 1);
                });
    CompletableFuture<@Nullable String> hung = function.getAsync("a").toCompletableFuture();
    fixture.scheduler.advance(ofSeconds(30));
    assertThatThrownBy(hung::get).hasCauseInstanceOf(LoadTimeoutException.class);

    CompletableFuture<@Nullable String> next = function.getAsync("a").toCompletableFuture();
    fixture.runThreads();
    results.get(0).complete("late");
    assertThat(next).isNotDone();
    results.get(1).complete("right");
    assertThat(next.get()).isEqualTo("right");
    assertThat(function.get("a")).isEqualTo("right");
  }

  @Test
  void deadline_ofARefresh_dropsItsResultToo() {
    CompletableFuture<String> hung = new CompletableFuture<>();
    AtomicInteger calls = new AtomicInteger();
    Cached1<String, String> function =
        fixture
            .minute()
            .stale(ofMinutes(5))
            .deadline(ofSeconds(30))
            .buildAsync(
                key ->
                    calls.incrementAndGet() == 1 ? CompletableFuture.completedFuture("old") : hung);
    function.get("a");
    fixture.pass(60);
    function.get("a");
    fixture.scheduler.advance(ofSeconds(30));
    assertThat(function.explain("a").loading()).isFalse();
    hung.complete("late");

    assertThat(fixture.cache.get("f:a")).isEqualTo("old");
  }

  @Test
  void bulkhead_manyKeysDueAtOnce_neverExceedsIt() {
    Bulkhead bulkhead = Bulkhead.of(16);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<CompletableFuture<String>> results = new ArrayList<>();
    Cached1<Integer, String> function =
        fixture
            .minute()
            .stale(ofMinutes(5))
            .bulkhead(bulkhead)
            .buildAsync(
                key -> {
                  most.accumulateAndGet(running.incrementAndGet(), Math::max);
                  CompletableFuture<String> result = new CompletableFuture<>();
                  results.add(result);
                  return result.whenComplete((value, failure) -> running.decrementAndGet());
                });
    for (int i = 0; i < 10_000; i++) {
      CompletionStage<@Nullable String> unused = function.getAsync(i);
      fixture.runThreads();
      results.get(i).complete("old");
    }
    fixture.pass(60);
    most.set(0);

    int answered = 0;
    for (int i = 0; i < 10_000; i++) {
      answered += "old".equals(function.get(i)) ? 1 : 0;
      fixture.runThreads();
    }
    assertThat(answered).isEqualTo(10_000);
    assertThat(most).hasValue(16);
    assertThat(fixture.heard.stream().filter("put off"::equals)).hasSize(10_000 - 16);
    assertThat(bulkhead.room()).isZero();
    results.forEach(result -> result.complete("new"));
    assertThat(bulkhead.room()).isEqualTo(16);
  }

  @Test
  void loaderThatThrowsBeforeItsStage_leavesNoLock() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Cached1<String, String> function =
        fixture
            .minute()
            .buildAsync(
                key -> {
                  if (calls.incrementAndGet() == 1) {
                    throw new IllegalStateException("before the stage");
                  }
                  return CompletableFuture.completedFuture("right");
                });
    assertThatIllegalStateException().isThrownBy(() -> function.get("a"));
    assertThat(function.get("a")).isEqualTo("right");
  }

  @Test
  void cancelledFirstCaller_leavesNoLockAndCancelsNobodyElse() throws Exception {
    CompletableFuture<String> result = new CompletableFuture<>();
    Cached1<String, String> function = fixture.minute().buildAsync(key -> result);
    CompletableFuture<@Nullable String> first = function.getAsync("a").toCompletableFuture();
    CompletableFuture<@Nullable String> second = function.getAsync("a").toCompletableFuture();
    fixture.runThreads();
    first.cancel(true);
    result.complete("right");

    assertThat(second.get()).isEqualTo("right");
    assertThat(function.get("a")).isEqualTo("right");
  }

  @Test
  void nestedLoadOfAnotherKey_works_andOfTheSameIsRefused() {
    List<Cached1<Integer, String>> self = new ArrayList<>();
    Cached1<Integer, String> function =
        fixture.minute().build(i -> i == 0 ? "0" : self.get(0).get(i - 1) + "," + i);
    self.add(function);
    assertThat(function.get(3)).isEqualTo("0,1,2,3");

    List<Cached1<Integer, String>> circle = new ArrayList<>();
    circle.add(fixture.minute().key("c:{}").build(i -> circle.get(0).get(i)));
    assertThatIllegalStateException()
        .isThrownBy(() -> circle.get(0).get(1))
        .withMessageContaining("key that it is loading");
    assertThatIllegalStateException().isThrownBy(() -> circle.get(0).get(1));
  }

  @Test
  void noThreadAtAll_servesTheOldAndSaysSo_andACallerLoadsByItself() {
    Cached1<String, String> function =
        fixture
            .minute()
            .stale(ofMinutes(1))
            .executor(
                task -> {
                  throw new RejectedExecutionException("full");
                })
            .build(source::load);
    assertThat(function.get("a")).isEqualTo("a#1");
    fixture.pass(60);

    assertThat(function.get("a")).isEqualTo("a#1");
    assertThat(fixture.heard).contains("put off");
    fixture.pass(60);
    assertThat(function.get("a")).isEqualTo("a#2");
  }

  @Test
  void schedulerThatIsShutDown_failsEachCallAndLeavesNoLock() {
    Cached1<String, String> function = fixture.minute().build(source::load);
    fixture.scheduler.shutdown();

    assertThatIllegalStateException()
        .isThrownBy(() -> function.get("a"))
        .withMessageContaining("scheduler");
    assertThatIllegalStateException().isThrownBy(() -> function.get("a"));
    assertThat(function.explain("a").loading()).isFalse();
  }
}
