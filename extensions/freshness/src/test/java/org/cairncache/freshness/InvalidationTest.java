package org.cairncache.freshness;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What ends results, and that no load that was under way brings them back. */
@Timeout(60)
class InvalidationTest {
  private final Fixture fixture = new Fixture();
  private final Backend source = new Backend();

  @AfterEach
  void close() {
    fixture.close();
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
  void tag_ofNamesInAnotherOrderThanTheKey_isOfTheSameArguments() {
    Cached2<String, String, String> function =
        fixture.minute().key("o:{a}:{b}").tags("t:{b}:{a}").build((a, b) -> source.load(a + b));
    function.get("x", "y");
    function.invalidateTag("t:y:x");

    assertThat(function.get("x", "y")).isEqualTo("xy#2");
  }

  @Test
  void endedDuringTheLoad_nobodyJoinsItAnyMore() {
    List<CompletableFuture<String>> results = new ArrayList<>();
    Cached1<String, String> function =
        fixture
            .minute()
            .tags("t")
            .buildAsync(
                key -> {
                  LoadContext.current().tag("of:" + key);
                  results.add(new CompletableFuture<>());
                  return results.get(results.size() - 1);
                });
    List<Runnable> endings =
        List.of(
            () -> function.invalidate("a"),
            function::clear,
            () -> function.invalidateTag("t"),
            () -> function.invalidateTag("of:a"));
    for (Runnable ending : endings) {
      results.clear();
      CompletionStage<@Nullable String> before = function.getAsync("a");
      fixture.runThreads();
      ending.run();
      CompletionStage<@Nullable String> after = function.getAsync("a");
      fixture.runThreads();
      results.get(0).complete("before");
      results.get(1).complete("after");

      assertThat(before.toCompletableFuture().join()).isEqualTo("before");
      assertThat(after.toCompletableFuture().join()).isEqualTo("after");
      assertThat(function.get("a")).isEqualTo("after");
      function.clear();
    }
  }
}
