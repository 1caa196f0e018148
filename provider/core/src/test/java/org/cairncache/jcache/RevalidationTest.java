package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.integration.CacheLoader;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store.InvalidationListener;
import org.cairncache.spi.Store.Subscription;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What whoever polls a cache for one entry asks of it, and what it tells him by itself. */
class RevalidationTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AtomicInteger loads = new AtomicInteger();
  private final RecordedCache<String, String> recorded =
      new RecordedCache<>(
          "recording-encoded",
          CairnConfiguration.builder(String.class, String.class)
              .readThrough(Loader::new)
              .statistics(true)
              .build());

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void revalidate_entryIsThereStill_isKnownByOneRequest() {
    Stored<String> known = putForAMinute("v");

    assertThat(recorded.cache.revalidate("k", known)).isSameAs(known);
    assertThat(recorded.store.calls()).containsExactly("revalidate");
  }

  @Test
  void revalidate_entryIsAnother_isWhatIsThere() {
    Stored<String> known = putForAMinute("v");
    Stored<String> next = putForAMinute("v");

    assertThat(recorded.cache.revalidate("k", known)).isSameAs(next);
  }

  @Test
  void revalidate_nothingIsThere_isNullAndLoadsNothing() throws Exception {
    Stored<String> known = putForAMinute("v");
    recorded.store.remove("k", known);

    assertThat(recorded.cache.revalidate("k", known)).isNull();
    assertThat(loads).hasValue(0);
    assertThat(recorded.counted("CacheGets")).isZero();
  }

  @Test
  void revalidate_deadlineHasPassed_isNull() {
    Stored<String> known = putForAMinute("v");
    recorded.clock.advance(MINUTE);

    assertThat(recorded.cache.revalidate("k", known)).isNull();
    assertThat(recorded.cache.get("k")).isEqualTo("loaded"); // so it is no access, but this is one
  }

  @Test
  void revalidate_anotherWhoseDeadlineHasPassed_isNull() {
    Stored<String> known = putForAMinute("v");
    recorded.store.put("k", "w", Lifetime.until(recorded.clock.millis()));

    assertThat(recorded.cache.revalidate("k", known)).isNull();
  }

  @Test
  void revalidate_deadlineThatHasPassedWasMovedBefore_isTheEntryWithItsDeadline() {
    Stored<String> known = putForAMinute("v");
    Stored<String> read = new Read(known);
    recorded.store.touch("k", known, known.expiresAtMillis() + 1);
    recorded.clock.advance(MINUTE);
    assertThat(recorded.store.revalidate("k", read)).isSameAs(read);

    assertThat(recorded.cache.revalidate("k", read)).isSameAs(known);
  }

  @Test
  void revalidate_whatCannotBeDecoded_isNull() {
    Stored<String> known = putForAMinute("v");
    Stored<String> unreadable = recorded.store.putUnreadable("k");

    assertThat(recorded.cache.revalidate("k", known)).isNull();
    assertThat(recorded.cache.revalidate("k", unreadable)).isNull();
  }

  @Test
  void revalidate_storeFails_throwsThoughReadsFailOpen() {
    Stored<String> known = putForAMinute("v");
    recorded.store.failOn("revalidate"::equals);

    assertThatThrownBy(() -> recorded.cache.revalidate("k", known))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void revalidate_nothingKnownOrCacheClosed_isRefused() {
    Stored<String> known = putForAMinute("v");
    assertThatThrownBy(() -> recorded.cache.revalidate("k", null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> recorded.cache.revalidate(null, known))
        .isInstanceOf(NullPointerException.class);

    recorded.cache.close();
    assertThatThrownBy(() -> recorded.cache.revalidate("k", known))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onInvalidation_untilItIsClosed_tellsWhatTheStoreTells() {
    Heard heard = new Heard();
    Subscription subscription = recorded.cache.onInvalidation(heard);
    recorded.store.listeners().forEach(told -> told.invalidated("k"));
    recorded.store.listeners().forEach(InvalidationListener::allInvalidated);
    assertThat(heard.told).containsExactly("k", "everything");

    subscription.close();
    assertThat(recorded.store.listeners()).isEmpty();
  }

  @Test
  void onInvalidation_noListenerOrCacheClosed_isRefused() {
    assertThatThrownBy(() -> recorded.cache.onInvalidation(null))
        .isInstanceOf(NullPointerException.class);

    recorded.cache.close();
    assertThatThrownBy(() -> recorded.cache.onInvalidation(new Heard()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(recorded.store.calls()).doesNotContain("onInvalidation");
  }

  @Test
  void onInvalidation_cacheClosedMeanwhile_leavesNoListener() {
    recorded.store.afterwards(
        call -> {
          if (call.equals("onInvalidation")) {
            recorded.cache.close();
          }
        });

    assertThatThrownBy(() -> recorded.cache.onInvalidation(new Heard()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(recorded.store.listeners()).isEmpty();
  }

  private Stored<String> putForAMinute(String value) {
    long deadline = recorded.clock.millis() + MINUTE.toMillis();
    Stored<String> put = recorded.store.put("k", value, Lifetime.until(deadline));
    recorded.store.forget();
    return put;
  }

  /** Loads the same for every key, and counts. */
  private final class Loader implements CacheLoader<String, String> {
    @Override
    public String load(String key) {
      loads.incrementAndGet();
      return "loaded";
    }

    @Override
    public Map<String, String> loadAll(Iterable<? extends String> keys) {
      throw new UnsupportedOperationException();
    }
  }

  /** What was read of an entry whose deadline may move since. */
  private static final class Read extends Stored<String> {
    private final Stored<String> entry;
    private final long expiresAtMillis;

    Read(Stored<String> entry) {
      super(entry.value());
      this.entry = entry;
      this.expiresAtMillis = entry.expiresAtMillis();
    }

    @Override
    public Stored<String> origin() {
      return entry;
    }

    @Override
    public long expiresAtMillis() {
      return expiresAtMillis;
    }
  }

  private static final class Heard implements InvalidationListener<String> {
    final List<String> told = new ArrayList<>();

    @Override
    public void invalidated(String key) {
      told.add(key);
    }

    @Override
    public void allInvalidated() {
      told.add("everything");
    }
  }
}
