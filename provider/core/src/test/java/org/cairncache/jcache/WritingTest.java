package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.cache.CacheException;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lease;
import org.cairncache.spi.Leases;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Stored;
import org.cairncache.spi.TinyStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the writer is told again, and when the store is not told at all. */
class WritingTest {
  private final RecordingWriter<String, String> writer = new RecordingWriter<>();
  private final ScriptedLeases leases = new ScriptedLeases();
  private final Change<String> change = Change.Write.put("new");

  /** Leases whose holder learns in turn what it is told to; the keys of {@code taken} are held. */
  private static final class ScriptedLeases extends TinyStore<String, String>
      implements Leases<String> {
    private final Deque<Boolean> kept = new ArrayDeque<>();
    private final Set<String> taken = new java.util.HashSet<>();
    private final List<String> events = new ArrayList<>();

    @Override
    public Optional<Leases<String>> leases(Duration duration) {
      return Optional.of(this);
    }

    @Override
    public @Nullable Lease tryTake(String key) {
      if (!taken.add(key)) {
        return null;
      }
      events.add("take " + key);
      return new Lease() {
        @Override
        public boolean keep() {
          return kept.isEmpty() || kept.remove();
        }

        @Override
        public boolean renew() {
          if (!keep()) {
            taken.remove(key);
            return false;
          }
          return true;
        }

        @Override
        public void release() {
          events.add("release " + key);
          taken.remove(key);
        }
      };
    }

    @Override
    public Comparator<String> order() {
      return Comparator.naturalOrder();
    }
  }

  private WriteThrough<String, String> byLease() {
    return new WriteThrough<>(
        writer,
        Copying.byReference(getClass().getClassLoader()),
        WriteThroughMode.LEASE,
        keyLeases());
  }

  private KeyLeases<String> keyLeases() {
    return KeyLeases.of("test", leases, Duration.ofSeconds(30), Duration.ofMillis(50));
  }

  private static Stored<String> entry(String value) {
    return new TinyStore.TinyEntry<>(value, Lifetime.ETERNAL, Attributes.NONE);
  }

  @Test
  void leaseLostWhileTheWriterRan_isNotCommittedAndToldAgainUnderANewOne() {
    leases.kept.addAll(List.of(true, false, false));
    Stored<String> old = entry("old");
    try (var writing = byLease().begin("k")) {
      assertThat(writing.tell(change, old, old)).isNull();
      writing.lostRace();
      assertThat(writing.tell(change, old, old)).isSameAs(change);
    }
    assertThat(writer.calls).containsExactly("write k=new", "write k=new");
    assertThat(leases.events).containsExactly("take k", "take k", "release k");
  }

  @Test
  void leaseLostBeforeTheWriter_writerIsNotTold() {
    leases.kept.add(false);
    try (var writing = byLease().begin("k")) {
      assertThat(writing.tell(change, null, null)).isNull();
    }
    assertThat(writer.calls).isEmpty();
  }

  @Test
  void lostLease_othersRemovedTheEntry_nothingIsRestored() {
    leases.kept.addAll(List.of(true, false, false));
    Stored<String> old = entry("old");
    try (var writing = byLease().begin("k")) {
      writing.tell(change, old, old);
      writing.lostRace();
      assertThat(writing.tell(Change.keep(), null, null)).isEqualTo(Change.keep());
    }
    assertThat(writer.calls).containsExactly("write k=new");
  }

  @Test
  void conflictUnderTheLease_sameChange_isToldOnce() {
    Stored<String> loaded = entry("loaded");
    try (var writing = byLease().begin("k")) {
      writing.tell(change, null, null);
      writing.lostRace();
      assertThat(writing.tell(change, loaded, loaded)).isSameAs(change);
    }
    assertThat(writer.calls).containsExactly("write k=new");
  }

  private WriteThrough<String, String> atLeastOnce() {
    return new WriteThrough<>(
        writer,
        Copying.byReference(getClass().getClassLoader()),
        WriteThroughMode.AT_LEAST_ONCE,
        null);
  }

  @Test
  void conflict_decisionIsToKeep_writerIsToldOfTheWinnerAndItIsSetOnceMore() {
    Stored<String> theirs = entry("theirs");
    try (var writing = atLeastOnce().begin("k")) {
      writing.tell(change, null, null);
      writing.lostRace();
      assertThat(writing.tell(Change.keep(), theirs, theirs)).isEqualTo(Change.restate());
    }
    assertThat(writer.calls).containsExactly("write k=new", "write k=theirs");
  }

  @Test
  void atLeastOnce_conflict_tellsTheSameAgain() {
    Stored<String> theirs = entry("theirs");
    try (var writing = atLeastOnce().begin("k")) {
      writing.tell(change, null, null);
      writing.lostRace();
      writing.tell(change, theirs, theirs);
      writing.lostRace();
      writing.tell(change, theirs, theirs); // the same entry: nobody committed since
    }
    assertThat(writer.calls).containsExactly("write k=new", "write k=new");
    assertThat(leases.events).isEmpty();
  }

  @Test
  void nothingToWrite_needsNoLeaseToHold() {
    leases.kept.add(false);
    try (var writing = byLease().begin("k")) {
      assertThat(writing.tell(Change.keep(), null, null)).isEqualTo(Change.keep());
    }
  }

  @Test
  void wait_isBoundedAndSaysWhy() {
    leases.taken.add("k");

    assertThatThrownBy(() -> byLease().begin("k"))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("\"test\"")
        .hasMessageContaining("waited 50 ms")
        .hasMessageContaining("30000 ms");
  }

  @Test
  void interruptedWait_endsAndKeepsTheInterrupt() {
    leases.taken.add("k");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> byLease().begin("k"))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void batch_oneKeyIsHeldForTooLong_takesNone() {
    leases.taken.add("b");

    assertThatThrownBy(() -> byLease().beginAll(List.of("c", "a", "b")))
        .isInstanceOf(CacheException.class);
    assertThat(leases.taken).containsExactly("b");
  }

  @Test
  void batch_waitsHoldingOnlyWhatComesBefore() {
    leases.taken.add("b");

    assertThatThrownBy(() -> byLease().beginAll(List.of("c", "a", "b")))
        .isInstanceOf(CacheException.class);
    assertThat(leases.events).endsWith("release c", "release a");
  }
}
