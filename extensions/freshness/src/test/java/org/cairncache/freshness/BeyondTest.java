package org.cairncache.freshness;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes beyond fresh and stale: early refreshes, contexts, stages, explanations. */
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
    assertThat(fixture.heard).contains("REFRESH NOT_MODIFIED");
    fixture.heard.clear();

    assertThat(function.get("a")).isEqualTo("a#1");
    assertThat(fixture.heard).containsExactly("FRESH STORE");
    assertThat(source.calls).hasValue(2);
    assertThatIllegalStateException().isThrownBy(LoadContext::current);
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
  void refresh_ofAFreshResult_loadsItAnewWhileTheOldIsServed() {
    Cached1<String, String> function = fixture.minute().build(source::load);
    function.get("a");
    var refreshed = function.refresh("a").toCompletableFuture();

    assertThat(function.get("a")).isEqualTo("a#1");
    assertThat(refreshed).isNotDone();
    fixture.runThreads();
    assertThat(refreshed).isCompletedWithValue("a#2");
    assertThat(function.get("a")).isEqualTo("a#2");
    assertThat(fixture.heard).contains("REFRESH SUCCESS");
  }

  @Test
  void refresh_fails_keepsTheOldResultAndTellsWhy() {
    Cached1<String, String> function = fixture.minute().build(source::load);
    function.get("a");
    source.failure = new IllegalStateException("down");
    var refreshed = function.refresh("a").toCompletableFuture();
    fixture.runThreads();

    assertThat(refreshed).isCompletedExceptionally();
    assertThat(function.get("a")).isEqualTo("a#1");
  }

  @Test
  void refresh_whileAnotherProcessLoads_waitsForItsTurn() {
    Cached1<String, String> function =
        fixture.minute().oneLoader(Duration.ofSeconds(10)).build(source::load);
    function.get("a");
    Backend elsewhere = new Backend();
    Cached1<String, String> other =
        fixture.minute().oneLoader(Duration.ofSeconds(10)).build(elsewhere::load);
    var first = other.refresh("a").toCompletableFuture();
    elsewhere.during =
        () -> {
          var second = function.refresh("a").toCompletableFuture();
          fixture.runThreads();
          assertThat(second).isNotDone();
        };
    fixture.runThreads();
    assertThat(first).isCompletedWithValue("a#1");
    assertThat(source.calls).hasValue(1);

    fixture.scheduler.advance(Duration.ofSeconds(1));
    assertThat(function.get("a")).isEqualTo("a#2");
  }
}
