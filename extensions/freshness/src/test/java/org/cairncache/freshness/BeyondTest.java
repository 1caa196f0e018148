package org.cairncache.freshness;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes beyond fresh and stale: early refreshes, limits, contexts, tags, explanations. */
@Timeout(60)
class BeyondTest {
  private final Fixture fixture = new Fixture();
  private final Backend source = new Backend();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void refreshAt_firstReaderRefreshesAheadOfTime() {
    Cached1<String, String> function = fixture.minute().refreshAt(0.5).build(source::load);
    function.get("a");
    fixture.pass(29);
    function.get("a");
    fixture.runThreads();
    assertThat(source.calls).hasValue(1);
    fixture.pass(1);

    assertThat(function.get("a")).isEqualTo("a#1");
    assertThat(function.get("a")).isEqualTo("a#1");
    fixture.runThreads();
    assertThat(source.calls).hasValue(2);
    fixture.pass(29);
    assertThat(function.get("a")).isEqualTo("a#2");
    fixture.runThreads();
    assertThat(source.calls).hasValue(2);
  }

  @Test
  void jitter_endsNoLaterAndNotTogether() {
    Cached1<Integer, String> function =
        fixture.minute().jitter(0.5).build(i -> source.load("" + i));
    IntStream.range(0, 200).forEach(function::get);

    List<Long> lives = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      lives.add(
          function.explain(i).freshUntil().orElseThrow().toEpochMilli() - fixture.clock.millis());
    }
    assertThat(lives).allMatch(life -> life > 29_000 && life <= 60_000);
    assertThat(lives.stream().distinct().count()).isGreaterThan(150);
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
  void context_givesAResultItsOwnLifetime() {
    Cached1<String, String> function =
        fixture
            .minute()
            .build(
                key -> {
                  LoadContext.current().ttl(ofSeconds(key.equals("short") ? 1 : 0));
                  return source.load(key);
                });
    function.get("short");
    function.get("short");
    function.get("never");
    function.get("never");
    assertThat(source.calls).hasValue(3);
    fixture.pass(1);
    assertThat(function.get("short")).isEqualTo("short#4");
  }

  @Test
  void context_notModified_makesTheOldValueFreshAgain() {
    Cached1<String, String> function =
        fixture
            .minute()
            .stale(ofMinutes(5))
            .build(
                key -> {
                  String loaded = source.load(key);
                  LoadContext<String> context = LoadContext.current();
                  return context.hasStaleValue() ? context.notModified() : loaded;
                });
    function.get("a");
    fixture.pass(60);
    function.get("a");
    fixture.runThreads();
    fixture.heard.clear();

    assertThat(function.get("a")).isEqualTo("a#1");
    assertThat(fixture.heard).containsExactly("FRESH STORE");
    assertThat(source.calls).hasValue(2);
    assertThatIllegalStateException().isThrownBy(LoadContext::current);
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
  void invalidationDuringALoad_isNeverUndone() throws Exception {
    Cached1<String, String> function = fixture.minute().build(source::load);
    source.during = () -> function.invalidate("a");
    assertThat(function.get("a")).isEqualTo("a#1");
    source.during = () -> {};

    assertThat(function.get("a")).isEqualTo("a#2");
    assertThat(fixture.heard).contains("MISS OUTDATED");
  }

  @Test
  void invalidationByAnotherProcessDuringALoad_isNeverUndone() {
    Cached1<String, String> function = fixture.minute().stale(ofMinutes(5)).build(source::load);
    // It shares nothing with the first but the cache, as the function of another process.
    Cached1<String, String> elsewhere = fixture.minute().build(source::load);
    source.during = () -> elsewhere.invalidate("a");
    assertThat(function.get("a")).isEqualTo("a#1");
    assertThat(fixture.cache.get("f:a")).isNull();
    source.during = elsewhere::clear;
    assertThat(function.get("a")).isEqualTo("a#2");
    assertThat(fixture.cache.get("f:a")).isNull();
    source.during = () -> {};
    function.get("a");
    fixture.pass(60);
    source.during = () -> elsewhere.invalidate("a");
    function.get("a");
    fixture.runThreads();
    assertThat(source.calls).hasValue(4);
    assertThat(fixture.cache.get("f:a")).isNull();
  }

  @Test
  void clearDuringALoad_isNeverUndone() {
    Cached1<String, String> function = fixture.minute().build(source::load);
    source.during = function::clear;
    function.get("a");
    source.during = () -> {};

    assertThat(function.get("a")).isEqualTo("a#2");
  }

  @Test
  void anyChangeThroughJCacheDuringALoad_isNeverUndone() {
    Cached1<String, String> function = fixture.minute().build(source::load);
    source.during = () -> fixture.cache.removeAll();
    function.get("a");
    source.during = () -> fixture.cache.put("f:b", "put");
    assertThat(function.get("b")).isEqualTo("b#2");
    source.during = () -> {};

    assertThat(function.get("a")).isEqualTo("a#3");
    assertThat(function.get("b")).isEqualTo("put");
  }

  @Test
  void tag_invalidated_endsFreshAndStaleOfAllThatHaveIt() {
    Cached1<String, String> function =
        fixture
            .minute()
            .stale(ofMinutes(5))
            .tags("all")
            .build(
                key -> {
                  LoadContext.current().tag(key.substring(0, 1));
                  return source.load(key);
                });
    function.get("a1");
    function.get("a2");
    function.get("b1");
    function.invalidateTag("a");
    assertThat(function.get("a1")).isEqualTo("a1#4");
    assertThat(function.get("b1")).isEqualTo("b1#3");
    fixture.pass(60);
    function.invalidateTag("all");
    assertThat(function.get("b1")).isEqualTo("b1#5");
    assertThat(function.get("a2")).isEqualTo("a2#6");
    assertThat(function.get("a2")).isEqualTo("a2#6");
  }

  @Test
  void tag_ofAnArgument_endsTheResultsOfThatArgument() {
    Cached2<String, Integer, String> function =
        fixture
            .minute()
            .key("user:{tenant}:{id}")
            .parameters("tenant", "id")
            .tags("users", "tenant:{tenant}")
            .build((tenant, id) -> source.load(tenant + id));
    function.get("acme", 1);
    function.get("acme", 2);
    function.get("other", 1);
    function.invalidateTag("tenant:acme");

    assertThat(function.get("other", 1)).isEqualTo("other1#3");
    assertThat(function.get("acme", 1)).isEqualTo("acme1#4");
    function.invalidateTag("users");
    assertThat(function.get("other", 1)).isEqualTo("other1#5");
  }

  @Test
  void tag_invalidatedDuringTheLoad_endsItsResult() {
    Cached1<String, String> function = fixture.minute().tags("t").build(source::load);
    source.during = () -> function.invalidateTag("t");
    function.get("a");
    source.during = () -> {};

    assertThat(function.get("a")).isEqualTo("a#2");
    assertThat(function.get("a")).isEqualTo("a#2");
  }

  @Test
  void tag_whoseCounterIsLost_doesNotBringBackWhatItEnded() {
    Cached1<String, String> function = fixture.minute().tags("t").build(source::load);
    function.get("a");
    function.invalidateTag("t");
    fixture.cache.remove("%tag:t");
    fixture.cache.putIfAbsent("%tag:t", "gone");
    fixture.cache.remove("%tag:t");

    assertThat(function.get("a")).isEqualTo("a#2");
  }

  @Test
  void explain_saysWhatACallWouldDo() {
    Cached1<String, String> function =
        fixture.minute().stale(ofMinutes(1)).staleIfError(ofMinutes(1)).build(source::load);
    assertThat(function.explain("a").decision()).isEqualTo("nothing is cached: it is loaded");
    function.get("a");
    fixture.pass(10);
    Explanation fresh = function.explain("a");
    assertThat(fresh.key()).isEqualTo("f:a");
    assertThat(fresh.freshness()).isEqualTo(Freshness.FRESH);
    assertThat(fresh.age()).contains(Duration.ofSeconds(10));
    assertThat(fresh.source()).contains(CachedObserver.Source.STORE);
    assertThat(fresh.decision()).isEqualTo("served");
    fixture.pass(50);
    assertThat(function.explain("a").freshness()).isEqualTo(Freshness.STALE);
    fixture.pass(60);
    assertThat(function.explain("a").freshness()).isEqualTo(Freshness.FOR_ERRORS);
    fixture.pass(60);
    assertThat(function.explain("a").freshness()).isEqualTo(Freshness.DEAD);
    assertThat(source.calls).hasValue(1);
  }

  @Test
  void stage_isCachedByItsValue() throws Exception {
    Cached1<String, String> function =
        fixture.minute().buildAsync(key -> CompletableFuture.completedFuture(source.load(key)));
    CompletableFuture<@Nullable String> first = function.getAsync("a").toCompletableFuture();
    fixture.runThreads();

    assertThat(first.get()).isEqualTo("a#1");
    assertThat(function.getAsync("a").toCompletableFuture().get()).isEqualTo("a#1");
    assertThat(function.get("a")).isEqualTo("a#1");
    assertThat(fixture.cache.get("f:a")).isEqualTo("a#1");
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
  void observerThatThrows_isHeardByNobody() {
    Cached1<String, String> function =
        fixture
            .minute()
            .stale(ofMinutes(1))
            .observer(
                new CachedObserver() {
                  @Override
                  public void answered(Answer answer, Source from) {
                    throw new IllegalStateException("observer");
                  }

                  @Override
                  public void loaded(Cause cause, Result result, long nanos) {
                    throw new IllegalStateException("observer");
                  }
                })
            .build(source::load);

    assertThat(function.get("a")).isEqualTo("a#1");
    fixture.pass(60);
    assertThat(function.get("a")).isEqualTo("a#1");
    fixture.runThreads();
    assertThat(function.get("a")).isEqualTo("a#2");
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
    assertThat(function.getAsync("a").toCompletableFuture().join()).isEqualTo("a#1");
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
