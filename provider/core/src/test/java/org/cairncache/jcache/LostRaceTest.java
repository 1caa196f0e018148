package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Another process wins the first compare-and-set: what was told already is not told again. */
class LostRaceTest {
  private final RecordingWriter<String, String> writer = new RecordingWriter<>();
  private final RecordingListener<String, String> listener = new RecordingListener<>();
  private RecordedCache<String, String> recorded;

  @BeforeEach
  void open() {
    recorded =
        new RecordedCache<>(
            CairnConfiguration.builder(String.class, String.class)
                .writeThrough(() -> writer)
                .listener(listener.configuration())
                .statistics(true)
                .build());
    recorded.store.put("k", "old", Lifetime.ETERNAL);
  }

  @AfterEach
  void close() {
    recorded.close();
  }

  static Stream<Arguments> mutations() {
    return Stream.of(
        mutation("put", cache -> cache.put("k", "new"), "write k=new", "UPDATED k old->new"),
        mutation(
            "getAndPut", cache -> cache.getAndPut("k", "new"), "write k=new", "UPDATED k old->new"),
        mutation(
            "putIfAbsent",
            cache -> cache.putIfAbsent("other", "new"),
            "write other=new",
            "CREATED other null->new"),
        mutation(
            "replace", cache -> cache.replace("k", "new"), "write k=new", "UPDATED k old->new"),
        mutation(
            "replaceIfEqual",
            cache -> cache.replace("k", "old", "new"),
            "write k=new",
            "UPDATED k old->new"),
        mutation(
            "getAndReplace",
            cache -> cache.getAndReplace("k", "new"),
            "write k=new",
            "UPDATED k old->new"),
        mutation("remove", cache -> cache.remove("k"), "delete k", "REMOVED k old->old"),
        mutation(
            "removeIfEqual", cache -> cache.remove("k", "old"), "delete k", "REMOVED k old->old"),
        mutation(
            "getAndRemove", cache -> cache.getAndRemove("k"), "delete k", "REMOVED k old->old"),
        mutation(
            "invokeSet",
            cache -> cache.invoke("k", (entry, none) -> set(entry, "new")),
            "write k=new",
            "UPDATED k old->new"),
        mutation(
            "invokeRemove",
            cache -> cache.invoke("k", (entry, none) -> remove(entry)),
            "delete k",
            "REMOVED k old->old"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutations")
  void lostRace_writerListenerAndStatisticsHearOnce(
      String name, Consumer<Cache<String, String>> mutation, String written, String event)
      throws Exception {
    recorded.store.loseRaces(3);

    mutation.accept(recorded.cache);

    assertThat(writer.calls).containsExactly(written);
    assertThat(listener.events()).containsExactly(event);
    assertThat(counted("CachePuts") + counted("CacheRemovals")).isEqualTo(1);
    assertThat(counted("CacheGets")).isLessThanOrEqualTo(1);
  }

  @Test
  void lostRace_decisionChanges_isTheOneOnTheEntryThatIsThereThen() {
    recorded.store.loseRaces(1);
    AtomicInteger runs = new AtomicInteger();

    Integer result =
        recorded.cache.invoke(
            "k",
            (entry, none) -> {
              if (runs.incrementAndGet() == 1) {
                // Somebody in another process, between this decision and its commit.
                recorded.store.put("k", "theirs", Lifetime.ETERNAL);
              }
              entry.setValue(entry.getValue() + "+mine");
              return runs.get();
            });

    assertThat(result).isEqualTo(2);
    assertThat(recorded.cache.get("k")).isEqualTo("theirs+mine");
    assertThat(listener.events()).containsExactly("UPDATED k theirs->theirs+mine");
    assertThat(writer.calls).endsWith("write k=theirs+mine");
  }

  @Test
  void raceLostForEver_endsInAnExceptionAndNoEvent() throws Exception {
    recorded.store.loseRaces(Integer.MAX_VALUE);

    assertThatThrownBy(() -> recorded.cache.put("k", "new"))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("recorded")
        .hasMessageContaining("gave up after");

    recorded.store.loseRaces(0);
    assertThat(writer.calls).containsExactly("write k=new");
    assertThat(listener.events()).isEmpty();
    assertThat(counted("CachePuts")).isZero();
    assertThat(recorded.cache.get("k")).isEqualTo("old");
  }

  @Test
  void compareAndSet_conflictThatIsThereAlready_tellsNobody() throws Exception {
    var stale = recorded.cache.getStored("k");
    recorded.store.put("k", "theirs", Lifetime.ETERNAL);

    assertThat(recorded.cache.compareAndSet("k", stale, "new", Lifetime.ETERNAL, Attributes.NONE))
        .isNull();

    assertThat(writer.calls).isEmpty();
    assertThat(listener.events()).isEmpty();
    assertThat(counted("CachePuts")).isZero();
  }

  @Test
  void compareAndSet_lostRace_isAConflictAndTheWriterIsToldOfTheWinner() throws Exception {
    var current = recorded.cache.getStored("k");
    writer.onFirstCall = () -> recorded.store.put("k", "theirs", Lifetime.ETERNAL);

    assertThat(recorded.cache.compareAndSet("k", current, "new", Lifetime.ETERNAL, Attributes.NONE))
        .isNull();

    assertThat(writer.calls).containsExactly("write k=new", "write k=theirs");
    assertThat(listener.events()).isEmpty();
    assertThat(counted("CachePuts")).isZero();
    assertThat(recorded.cache.get("k")).isEqualTo("theirs");
  }

  @Test
  void lostRace_decisionIsToKeep_writerIsToldOfWhatIsThere() {
    writer.onFirstCall = () -> recorded.store.put("k", "theirs", Lifetime.ETERNAL);

    assertThat(recorded.cache.replace("k", "old", "new")).isFalse();

    assertThat(writer.calls).containsExactly("write k=new", "write k=theirs");
    assertThat(recorded.cache.get("k")).isEqualTo("theirs");
    assertThat(listener.events()).isEmpty();
  }

  @Test
  void lostRace_entryWasDropped_writerIsToldOfWhatItHadBefore() {
    writer.onFirstCall = () -> recorded.store.remove("k");

    assertThat(recorded.cache.replace("k", "new")).isFalse();

    assertThat(writer.calls).containsExactly("write k=new", "write k=old");
    assertThat(recorded.cache.containsKey("k")).isFalse();
  }

  private long counted(String attribute) throws Exception {
    return recorded.counted(attribute);
  }

  private static Void set(javax.cache.processor.MutableEntry<String, String> entry, String value) {
    entry.setValue(value);
    return null;
  }

  private static Void remove(javax.cache.processor.MutableEntry<String, String> entry) {
    entry.remove();
    return null;
  }

  private static Arguments mutation(
      String name, Consumer<Cache<String, String>> mutation, String written, String event) {
    return Arguments.of(name, mutation, written, event);
  }
}
