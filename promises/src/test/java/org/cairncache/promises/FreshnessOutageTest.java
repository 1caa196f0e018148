package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.awaitility.core.ConditionFactory;
import org.cairncache.CairnCache;
import org.cairncache.freshness.Cached1;
import org.cairncache.freshness.CachedBuilder;
import org.cairncache.testkit.ManualClock;
import org.cairncache.testkit.ManualScheduler;
import org.cairncache.testkit.OwnManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A cached function whose store fails does without it, or fails, as it was told to. */
@ParameterizedClass
@EnumSource(names = {"FILE", "REDIS"})
final class FreshnessOutageTest {
  private final Outage store;
  private final OwnManager manager;
  private final Side here;

  @SuppressWarnings("unchecked") // as it was created
  FreshnessOutageTest(Outage.Of which, @TempDir Path directory) throws Exception {
    store = which.open(directory);
    ConfigurationFile file = ConfigurationFile.write(directory, "store", store.uri());
    manager = new OwnManager(file.path().toUri());
    Cache<String, String> cache = manager.cache("functions");
    here = new Side("here", cache.unwrap(CairnCache.class), new ManualScheduler(new ManualClock()));
  }

  @AfterEach
  void close() {
    manager.close();
    store.close();
  }

  private CachedBuilder<String> minutes() {
    return here.minutes().ttl(Duration.ofMinutes(10));
  }

  private static ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10));
  }

  @Test
  void away_failOpen_givesWhatIsLoadedAndIsUsedAgainWhenItIsBack() {
    Cached1<String, String> function = minutes().tags("t").build(here::load);
    function.get("a");
    assertThat(here.heard).doesNotContain("store failed");
    store.begin();

    assertThat(function.get("a")).isEqualTo("here 2");
    assertThat(function.get("a")).isEqualTo("here 3");
    assertThat(here.heard).contains("store failed").doesNotContain("ERROR");

    store.end();
    awaitCached(function);
  }

  @Test
  void away_failClosed_throwsUntilItIsBack() {
    Cached1<String, String> function = minutes().failOpen(false).build(here::load);
    function.get("a");
    store.begin();

    assertThatThrownBy(() -> function.get("a")).isInstanceOf(CacheException.class);
    assertThat(here.heard).contains("store failed");
    assertThat(here.calls).hasValue(1);

    store.end();
    patiently()
        .ignoreExceptionsInstanceOf(CacheException.class)
        .until(() -> function.get("a") != null);
    awaitCached(function);
  }

  @Test
  void away_failOpen_whatEndsResultsThrows() {
    Cached1<String, String> function = minutes().tags("t").build(here::load);
    function.get("a");
    store.begin();

    assertThatThrownBy(() -> function.invalidate("a")).isInstanceOf(CacheException.class);
    assertThatThrownBy(() -> function.invalidateTag("t")).isInstanceOf(CacheException.class);
    assertThatThrownBy(function::clear).isInstanceOf(CacheException.class);
  }

  @Test
  void goesAwayDuringALoad_failOpen_givesWhatIsLoaded() {
    Cached1<String, String> function = minutes().build(here::load);
    here.during = store::begin;
    assertThat(function.get("a")).isEqualTo("here 1");
    assertThat(here.heard).contains("store failed");
    here.during = () -> {};

    store.end();
    awaitCached(function);
  }

  @Test
  void goesAwayDuringALoad_failClosed_throws() {
    Cached1<String, String> function = minutes().failOpen(false).build(here::load);
    here.during = store::begin;
    assertThatThrownBy(() -> function.get("a")).isInstanceOf(CacheException.class);
    here.during = () -> {};

    store.end();
    patiently()
        .ignoreExceptionsInstanceOf(CacheException.class)
        .until(() -> function.get("a") != null);
    awaitCached(function);
  }

  @Test
  void away_loaderFailsToo_propagatesWhatItThrew() {
    Cached1<String, String> function = minutes().build(here::load);
    function.get("a");
    store.begin();
    here.failure = new IllegalStateException("down");

    assertThatThrownBy(() -> function.get("a")).isSameAs(here.failure);
  }

  /** Twice the same result is one that was kept. */
  private void awaitCached(Cached1<String, String> function) {
    patiently()
        .untilAsserted(
            () -> {
              String answer = function.get("a");
              assertThat(function.get("a")).isEqualTo(answer);
            });
    int calls = here.calls.get();
    assertThat(function.get("a")).isEqualTo(function.get("a"));
    assertThat(here.calls).hasValue(calls);
  }
}
