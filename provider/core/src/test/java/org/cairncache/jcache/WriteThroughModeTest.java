package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Settings;
import org.junit.jupiter.api.Test;

/** What a cache with a writer needs of its store, and what it is refused. */
class WriteThroughModeTest {
  private static CairnConfiguration.Builder<String, String> withWriter() {
    return CairnConfiguration.builder(String.class, String.class)
        .writeThrough(() -> new RecordingWriter<>());
  }

  @Test
  void otherWords_areRefusedNamingBoth() {
    var wrong = withWriter().set(Settings.WRITE_THROUGH, "sometimes").build();

    assertThatThrownBy(() -> new RecordedCache<>("recording-encoded", wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lease or at-least-once, not \"sometimes\"");
  }

  @Test
  void leaseOutOfBounds_isRefused() {
    var wrong = withWriter().set(Settings.WRITE_THROUGH_LEASE, Duration.ofMillis(99)).build();

    assertThatThrownBy(() -> new RecordedCache<>("recording-encoded", wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write-through-lease");
  }

  @Test
  void sharedStoreWithoutLeases_isRefusedSayingWhatToSet() {
    assertThatThrownBy(() -> new RecordedCache<>("recording-encoded", withWriter().build()))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("write-through = at-least-once");
  }

  @Test
  void storeThatIsNotShared_needsNoLease() {
    try (var recorded = new RecordedCache<>(withWriter().build())) {
      recorded.cache.put("k", "v");

      assertThat(recorded.store.calls()).containsExactly("getLatest", "replace");
    }
  }

  @Test
  void atLeastOnce_withoutAConflict_costsNoRequestMore() {
    var atLeastOnce = withWriter().set(Settings.WRITE_THROUGH, "at-least-once").build();
    try (var recorded = new RecordedCache<>("recording-encoded", atLeastOnce)) {
      recorded.cache.put("k", "v");

      assertThat(recorded.store.calls()).containsExactly("getLatest", "replace");
    }
  }

  @Test
  void atLeastOnce_entryChangedWhileManyWereWritten_isToldAgain() {
    var writer = new RecordingWriter<String, String>();
    var atLeastOnce =
        CairnConfiguration.builder(String.class, String.class)
            .writeThrough(() -> writer)
            .set(Settings.WRITE_THROUGH, "at-least-once")
            .build();
    try (var recorded = new RecordedCache<>("recording-encoded", atLeastOnce)) {
      recorded.store.put("other", "old", Lifetime.ETERNAL);
      writer.onFirstCall = () -> recorded.store.put("k", "theirs", Lifetime.ETERNAL);

      recorded.cache.putAll(Map.of("k", "new", "other", "new"));

      assertThat(writer.calls).containsExactly("writeAll 2", "write k=new");
      assertThat(recorded.cache.get("k")).isEqualTo("new");
    }
  }
}
