package org.cairncache.promises;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.cairncache.freshness.Cached1;
import org.cairncache.freshness.CachedFunction;
import org.cairncache.freshness.Explanation;
import org.cairncache.freshness.Freshness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a cached function does is the same on every store, and what one process does to its results
 * holds for the others.
 */
@ParameterizedClass
@EnumSource
final class FreshnessTest {
  private static final int CROWD = 8;

  private final TwoSides sides;
  private final Side here;
  private final Side there;

  FreshnessTest(Shelf shelf, @TempDir Path directory) throws Exception {
    sides = new TwoSides(shelf, directory);
    here = sides.here;
    there = sides.there;
  }

  @AfterEach
  void close() {
    sides.close();
  }

  @Test
  void fresh_isServedToBothWithoutALoad() {
    Cached1<String, String> function = here.minutes().build(here::load);
    Cached1<String, String> elsewhere = there.minutes().build(there::load);

    assertThat(function.get("a")).isEqualTo("here 1");
    sides.pass(50);
    assertThat(function.get("a")).isEqualTo("here 1");
    assertThat(elsewhere.get("a")).isEqualTo("here 1");
    assertThat(here.heard).containsExactly("MISS SUCCESS", "LOADED", "FRESH");
    assertThat(there.heard).containsExactly("FRESH");
  }

  @Test
  void lifetime_isTheSameToBoth() {
    Cached1<String, String> function = here.minutes().staleIfError(ofMinutes(1)).build(here::load);
    Cached1<String, String> elsewhere =
        there.minutes().staleIfError(ofMinutes(1)).build(there::load);
    function.get("a");

    Explanation one = function.explain("a");
    Explanation two = elsewhere.explain("a");
    assertThat(two.freshUntil()).isPresent().isEqualTo(one.freshUntil());
    assertThat(two.expiresAt()).isPresent().isEqualTo(one.expiresAt());
    for (Freshness next :
        new Freshness[] {Freshness.FRESH, Freshness.STALE, Freshness.FOR_ERRORS, Freshness.DEAD}) {
      sides.pass(next == Freshness.FRESH ? 50 : 10);
      assertThat(function.explain("a").freshness()).isEqualTo(next);
      assertThat(elsewhere.explain("a").freshness()).isEqualTo(next);
      sides.pass(next == Freshness.FRESH ? 0 : 50);
    }
  }

  @Test
  void pastTtl_withinStale_servesTheOldToAllAndRefreshesOnce() throws Exception {
    Cached1<String, String> function = here.minutes().build(here::load);
    Cached1<String, String> elsewhere = there.minutes().build(there::load);
    function.get("a");
    elsewhere.get("a");
    sides.pass(110);

    assertThat(Crowd.of(CROWD, () -> function.get("a")).answers()).containsOnly("here 1");
    assertThat(elsewhere.get("a")).isEqualTo("here 1");
    here.during = () -> assertThat(function.get("a")).isEqualTo("here 1");
    here.threads.runDue();
    assertThat(here.calls).hasValue(2);
    assertThat(function.get("a")).isEqualTo("here 2");

    sides.awaitNotice(() -> "here 2".equals(elsewhere.get("a")));
    there.threads.runDue();
    assertThat(there.calls).as("what is fresh by then is not loaded").hasValue(0);
    assertThat(there.heard).contains("REFRESH ALREADY_FRESH");
  }

  @Test
  void deadOrMissing_manyCallers_loadOnce() throws Exception {
    Cached1<String, String> function = here.minutes().build(here::load);
    here.during = () -> here.awaitHeard("waited", CROWD - 1);
    assertThat(Crowd.of(CROWD, () -> function.get("a")).answers()).containsOnly("here 1");
    sides.pass(130);
    here.during = () -> here.awaitHeard("waited", 2 * (CROWD - 1));
    assertThat(Crowd.of(CROWD, () -> function.get("a")).answers()).containsOnly("here 2");

    assertThat(here.calls).hasValue(2);
  }

  @Test
  void null_isCachedForBothAndAbsentForJCache() {
    Cached1<String, String> function = here.minutes().build(here::loadNothing);
    Cached1<String, String> elsewhere = there.minutes().build(there::loadNothing);

    assertThat(function.get("a")).isNull();
    assertThat(function.get("a")).isNull();
    assertThat(elsewhere.get("a")).isNull();
    assertThat(here.calls).hasValue(1);
    assertThat(there.calls).hasValue(0);
    assertThat(there.cache.get("f:a")).isNull();
    assertThat(there.cache.containsKey("f:a")).isFalse();
    assertThat(there.cache.iterator().hasNext()).isFalse();
    assertThat(there.cache.putIfAbsent("f:a", "put")).isTrue();
    assertThat(elsewhere.get("a")).isEqualTo("put");
  }

  @Test
  void null_notToBeCached_endsTheOldValueForBoth() throws Exception {
    Cached1<String, String> function = here.minutes().build(here::load);
    Cached1<String, String> emptied =
        here.minutes().cacheNulls(Duration.ZERO).build(here::loadNothing);
    Cached1<String, String> elsewhere = there.minutes().build(there::load);
    function.get("a");
    elsewhere.get("a");
    sides.pass(70);
    emptied.get("a");
    here.threads.runDue();

    assertThat(emptied.get("a")).isNull();
    sides.awaitNotice(() -> isDead(elsewhere));
    assertThat(elsewhere.get("a")).isEqualTo("there 1");
  }

  @Test
  void loaderFails_missing_propagatesAndLeavesNothing() {
    Cached1<String, String> function = here.minutes().oneLoader(ofMinutes(1)).build(here::load);
    Cached1<String, String> elsewhere = there.minutes().oneLoader(ofMinutes(1)).build(there::load);
    here.failure = new IllegalStateException("down");

    assertThatThrownBy(() -> function.get("a")).isSameAs(here.failure);
    assertThat(there.cache.containsKey("f:a")).isFalse();
    CompletableFuture<@Nullable String> answer = elsewhere.getAsync("a").toCompletableFuture();
    there.threads.runDue();
    assertThat(answer).as("the other one need not wait").isCompletedWithValue("there 1");
    assertThat(function.get("a")).isEqualTo("there 1");
  }

  @Test
  void loaderFails_withinStale_keepsServing() {
    Cached1<String, String> function = here.minutes().staleIfError(ofMinutes(1)).build(here::load);
    function.get("a");
    here.failure = new IllegalStateException("down");
    sides.pass(70);

    assertThat(function.get("a")).isEqualTo("here 1");
    here.threads.runDue();
    assertThat(here.heard).contains("REFRESH FAILURE");
    assertThat(function.get("a")).isEqualTo("here 1");
    sides.pass(60);
    assertThat(function.get("a")).isEqualTo("here 1");
    assertThat(here.heard).contains("MISS FAILURE", "STALE_ON_ERROR");
    sides.pass(60);
    assertThatThrownBy(() -> function.get("a")).isSameAs(here.failure);
  }

  @Test
  void plainView_seesTheValueAndAPlainPutIsAResult() throws Exception {
    Cached1<String, String> function = here.minutes().build(here::load);
    function.get("a");

    sides.pass(110);
    assertThat(there.cache.get("f:a")).isEqualTo("here 1");
    sides.pass(20);
    sides.awaitNotice(() -> there.cache.get("f:a") == null);
    there.cache.put("f:a", "put");
    sides.awaitNotice(() -> "put".equals(function.get("a")));
  }

  @Test
  void ttlOfZero_storesNothing() {
    Cached1<String, String> function = here.minutes().ttl(Duration.ZERO).build(here::load);

    assertThat(function.get("a")).isEqualTo("here 1");
    assertThat(function.get("a")).isEqualTo("here 2");
    assertThat(there.cache.iterator().hasNext()).isFalse();
  }

  @Test
  void invalidate_elsewhere_endsFreshAndStale() throws Exception {
    endsFreshAndStale(elsewhere -> elsewhere.invalidate("a"));
  }

  @Test
  void clear_elsewhere_endsFreshAndStale() throws Exception {
    endsFreshAndStale(CachedFunction::clear);
  }

  @Test
  void invalidateTag_elsewhere_endsFreshAndStale() throws Exception {
    endsFreshAndStale(elsewhere -> elsewhere.invalidateTag("t"), "t");
  }

  private void endsFreshAndStale(Ending ending, String... tags) throws Exception {
    Cached1<String, String> function = here.minutes().tags(tags).build(here::load);
    Cached1<String, String> elsewhere = there.minutes().tags(tags).build(there::load);
    function.get("a");
    ending.by(elsewhere);
    sides.awaitNotice(() -> isDead(function));
    assertThat(function.get("a")).isEqualTo("here 2");
    sides.pass(70);
    ending.by(elsewhere);
    sides.awaitNotice(() -> isDead(function));
    assertThat(function.get("a")).isEqualTo("here 3");
    assertThat(function.get("a")).isEqualTo("here 3");
  }

  @Test
  void invalidate_elsewhereDuringALoad_isNotUndone() throws Exception {
    isNotUndone(elsewhere -> elsewhere.invalidate("a"));
  }

  @Test
  void clear_elsewhereDuringALoad_isNotUndone() throws Exception {
    isNotUndone(CachedFunction::clear);
  }

  @Test
  void invalidateTag_elsewhereDuringALoad_isNotUndone() throws Exception {
    isNotUndone(elsewhere -> elsewhere.invalidateTag("t"), "t");
  }

  @Test
  void put_elsewhereDuringALoad_isNotUndone() throws Exception {
    Cached1<String, String> function = here.minutes().build(here::load);
    here.during = () -> there.cache.put("f:a", "put");

    assertThat(function.get("a")).isEqualTo("here 1");
    sides.awaitNotice(() -> "put".equals(function.get("a")));
  }

  private void isNotUndone(Ending ending, String... tags) throws Exception {
    Cached1<String, String> function = here.minutes().tags(tags).build(here::load);
    Cached1<String, String> elsewhere = there.minutes().tags(tags).build(there::load);
    here.during = () -> ending.by(elsewhere);
    assertThat(function.get("a")).as("a load of a missing key").isEqualTo("here 1");
    sides.awaitNotice(() -> isDead(function));
    here.during = () -> {};
    assertThat(function.get("a")).isEqualTo("here 2");
    sides.pass(70);
    here.during = () -> ending.by(elsewhere);
    assertThat(function.get("a")).as("a refresh").isEqualTo("here 2");
    here.threads.runDue();
    assertThat(here.calls).hasValue(3);
    sides.awaitNotice(() -> isDead(function));
    assertThat(elsewhere.get("a")).isEqualTo("there 1");
  }

  @Test
  void oneLoader_refreshElsewhere_isNotDoneTwice() throws Exception {
    Cached1<String, String> function = here.minutes().oneLoader(ofSeconds(30)).build(here::load);
    Cached1<String, String> elsewhere = there.minutes().oneLoader(ofSeconds(30)).build(there::load);
    function.get("a");
    sides.pass(70);
    function.get("a");
    elsewhere.get("a");
    here.during = () -> assertThat(there.threads.runDue()).isPositive();
    here.threads.runDue();

    assertThat(here.calls).hasValue(2);
    assertThat(there.calls).hasValue(0);
    sides.awaitNotice(() -> "here 2".equals(elsewhere.get("a")));
  }

  @Test
  void oneLoader_thatIsGone_isReplacedAfterTheLease() throws Exception {
    Cached1<String, String> function =
        here.minutes().oneLoader(ofSeconds(30)).buildAsync(key -> new CompletableFuture<>());
    Cached1<String, String> elsewhere = there.minutes().oneLoader(ofSeconds(30)).build(there::load);
    var unused = function.getAsync("a");
    here.threads.runDue();

    CompletableFuture<@Nullable String> answer = elsewhere.getAsync("a").toCompletableFuture();
    there.threads.advance(ofSeconds(20));
    assertThat(answer).isNotDone();
    assertThat(there.calls).hasValue(0);
    there.threads.advance(ofSeconds(20));
    assertThat(answer).isCompletedWithValue("there 1");
  }

  private static boolean isDead(Cached1<String, String> function) {
    return function.explain("a").freshness() == Freshness.DEAD;
  }

  /** How results are ended. */
  private interface Ending {
    void by(Cached1<String, String> function);
  }
}
