package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import javax.cache.integration.CacheWriterException;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.CountingClock;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** compareAndSet is a mutation as any other: writer, listeners and statistics hear of it. */
class CompareAndSetTest {
  private final RecordingWriter<String, String> writer = new RecordingWriter<>();
  private final RecordingListener<String, String> listener = new RecordingListener<>();
  private final RecordedCache<String, String> recorded =
      new RecordedCache<>(
          CairnConfiguration.builder(String.class, String.class)
              .writeThrough(() -> writer)
              .listener(listener.configuration())
              .statistics(true)
              .build());

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void creation_isWrittenPublishedAndCounted() throws Exception {
    assertThat(set(null, "v", Lifetime.ETERNAL)).isNotNull();

    assertThat(writer.calls).containsExactly("write k=v");
    assertThat(listener.events()).containsExactly("CREATED k null->v");
    assertThat(counted("CachePuts")).isEqualTo(1);
    assertThat(counted("CacheGets")).isZero();
  }

  @Test
  void update_isPublishedWithTheOldValue() throws Exception {
    Stored<String> first = set(null, "v", Lifetime.ETERNAL);

    assertThat(set(first, "w", Lifetime.ETERNAL)).isNotNull();

    assertThat(writer.calls).containsExactly("write k=v", "write k=w");
    assertThat(listener.events()).containsExactly("CREATED k null->v", "UPDATED k v->w");
    assertThat(counted("CachePuts")).isEqualTo(2);
  }

  @Test
  void conflict_isHeardByNobody() throws Exception {
    Stored<String> first = set(null, "v", Lifetime.ETERNAL);
    set(first, "w", Lifetime.ETERNAL);

    assertThat(set(first, "x", Lifetime.ETERNAL)).isNull();
    assertThat(set(null, "x", Lifetime.ETERNAL)).isNull();

    assertThat(writer.calls).containsExactly("write k=v", "write k=w");
    assertThat(listener.events()).hasSize(2);
    assertThat(counted("CachePuts")).isEqualTo(2);
  }

  @Test
  void failingWriter_leavesTheOldEntry() throws Exception {
    Stored<String> first = set(null, "v", Lifetime.ETERNAL);
    writer.failure = new IllegalStateException("no database");

    assertThatThrownBy(() -> set(first, "w", Lifetime.ETERNAL))
        .isInstanceOf(CacheWriterException.class)
        .hasCause(writer.failure);

    assertThat(recorded.cache.getStored("k")).isSameAs(first);
    assertThat(listener.events()).containsExactly("CREATED k null->v");
    assertThat(counted("CachePuts")).isEqualTo(1);
  }

  @Test
  void overAnExpiredEntry_publishesItsExpiryAndACreation() {
    set(null, "v", Lifetime.until(CountingClock.START + 1_000));
    recorded.clock.advance(Duration.ofSeconds(1));

    assertThat(set(null, "w", Lifetime.ETERNAL)).isNotNull();

    assertThat(listener.events())
        .containsExactly("CREATED k null->v", "EXPIRED k v->v", "CREATED k null->w");
  }

  @Test
  void byTheTokenOfAnEntryThatExpiredMeanwhile_conflicts() {
    Stored<String> first = set(null, "v", Lifetime.until(CountingClock.START + 1_000));
    recorded.clock.advance(Duration.ofSeconds(1));

    assertThat(set(first, "w", Lifetime.ETERNAL)).isNull();

    assertThat(writer.calls).containsExactly("write k=v");
    assertThat(recorded.cache.get("k")).isNull();
  }

  @Test
  void lifetimeThatHasEnded_isWrittenAndRemovesWithoutCreatedOrUpdated() throws Exception {
    Stored<String> first = set(null, "v", Lifetime.ETERNAL);

    assertThat(set(first, "w", Lifetime.until(CountingClock.START))).isNull();

    assertThat(writer.calls).containsExactly("write k=v", "write k=w");
    assertThat(listener.events()).containsExactly("CREATED k null->v", "EXPIRED k v->v");
    assertThat(recorded.store.get("k")).isNull();
    assertThat(counted("CacheRemovals")).isZero();
  }

  @Test
  void unreadableEntry_isReplacedAsIfNothingWasThere() {
    recorded.store.putUnreadable("k");

    assertThat(set(null, "v", Lifetime.ETERNAL)).isNotNull();

    assertThat(listener.events()).containsExactly("CREATED k null->v");
  }

  @Test
  void unreadableEntry_removed_isGoneThoughThereWasNothing() throws Exception {
    recorded.store.putUnreadable("k");

    assertThat(recorded.cache.remove("k")).isFalse();

    assertThat(recorded.store.get("k")).isNull();
    assertThat(listener.events()).isEmpty();
  }

  @Test
  void noDeadline_startsNoSweep() {
    set(null, "v", Lifetime.ETERNAL);

    assertThat(recorded.sweeps()).isFalse();
  }

  @Test
  void deadlineOnAnEternalCache_startsTheSweep() {
    set(null, "v", Lifetime.until(CountingClock.START + 1));

    assertThat(recorded.sweeps()).isTrue();
  }

  @Test
  void deadlineOnASharedStore_startsNoSweep() {
    var configuration = CairnConfiguration.builder(String.class, String.class).build();
    try (var shared = new RecordedCache<>("recording-encoded", configuration)) {
      Lifetime lifetime = Lifetime.until(CountingClock.START + 1);
      shared.cache.compareAndSet("k", null, "v", lifetime, Attributes.NONE);

      assertThat(shared.sweeps()).isFalse();
    }
  }

  private @Nullable Stored<String> set(
      @Nullable Stored<String> expected, String value, Lifetime lifetime) {
    return recorded.cache.compareAndSet("k", expected, value, lifetime, Attributes.NONE);
  }

  private long counted(String attribute) throws Exception {
    return recorded.counted(attribute);
  }
}
