package org.cairncache.testkit.corners;

import static javax.cache.event.EventType.CREATED;
import static javax.cache.event.EventType.REMOVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.cache.Cache;
import javax.cache.integration.CacheWriterException;
import javax.cache.management.CacheStatisticsMXBean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cache changes only where the writer did. */
public abstract class WriteThroughCorners extends Corners {
  private final RecordingWriter<String> writer = new RecordingWriter<>();
  private final RecordingListener<String> listener = new RecordingListener<>();
  private Cache<String, String> cache;
  private CacheStatisticsMXBean statistics;

  @BeforeEach
  void createCache() {
    cache =
        create(
            writeThrough(strings(), writer)
                .setStatisticsEnabled(true)
                .addCacheEntryListenerConfiguration(listener.synchronous()));
    statistics = CacheBeans.statistics(cache);
  }

  @ParameterizedTest
  @EnumSource
  void writerThrows_anyMutation_leavesTheOldValue(Mutation mutation) {
    mutation.prepare(cache, "k");
    RuntimeException original = new IllegalStateException("from the writer");
    failFromNowOn(original);

    assertThatThrownBy(() -> mutation.apply(cache, "k"))
        .isInstanceOf(CacheWriterException.class)
        .hasRootCause(original);

    assertThat(writer.calls()).isEqualTo(1);
    assertThat(cache.get("k")).isEqualTo(mutation.before());
    assertThat(listener.types()).isEmpty();
    assertThat(statistics.getCachePuts()).isZero();
    assertThat(statistics.getCacheRemovals()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void writerThrowsWriterException_anyMutation_leavesTheOldValue(Mutation mutation) {
    mutation.prepare(cache, "k");
    failFromNowOn(new CacheWriterException("from the writer"));

    assertThatThrownBy(() -> mutation.apply(cache, "k"))
        .isInstanceOf(CacheWriterException.class)
        .hasStackTraceContaining("from the writer");

    assertThat(cache.get("k")).isEqualTo(mutation.before());
    assertThat(listener.types()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"PUT", "PUT_ALL", "INVOKE_SET", "REMOVE", "REMOVE_ALL_KEYS"})
  void writerThrowsUndeclaredException_leavesTheOldValue(Mutation mutation) {
    mutation.prepare(cache, "k");
    Exception original = new Exception("from the writer");
    failFromNowOn(original);

    assertThatThrownBy(() -> mutation.apply(cache, "k"))
        .isInstanceOf(CacheWriterException.class)
        .hasRootCause(original);

    assertThat(cache.get("k")).isEqualTo(mutation.before());
    assertThat(listener.types()).isEmpty();
  }

  @Test
  void putAll_isOneWriteAll() {
    cache.putAll(entries("a", "1", "b", "2", "c", "3"));

    assertThat(writer.writes()).isEmpty();
    assertThat(writer.writeBatches())
        .singleElement()
        .satisfies(keys -> assertThat(keys).containsExactlyInAnyOrder("a", "b", "c"));
    assertThat(cache.getAll(keys("a", "b", "c"))).hasSize(3);
  }

  @Test
  void removeAllOfKeys_isOneDeleteAll() {
    putAbc();

    cache.removeAll(keys("a", "b"));

    assertThat(writer.deletes()).isEmpty();
    assertThat(writer.deleteBatches())
        .singleElement()
        .satisfies(keys -> assertThat(keys).containsExactlyInAnyOrder("a", "b"));
    assertThat(cache).extracting(Cache.Entry::getKey).containsExactly("c");
  }

  @Test
  void putAll_partialFailure_putsTheWrittenOnly() {
    writer.failWith(new IllegalStateException("from the writer"), "a", "b");

    assertThatThrownBy(() -> cache.putAll(entries("a", "1", "b", "2", "c", "3", "d", "4")))
        .isInstanceOf(CacheWriterException.class);

    assertThat(cache).extracting(Cache.Entry::getKey).containsExactlyInAnyOrder("a", "b");
    assertThat(listener.types()).containsExactly(CREATED, CREATED);
    assertThat(listener.events())
        .extracting(RecordingListener.Seen::key)
        .containsExactlyInAnyOrder("a", "b");
    assertThat(statistics.getCachePuts()).isEqualTo(2);
  }

  @Test
  void removeAllOfKeys_partialFailure_removesTheDeletedOnly() {
    putAbc();
    writer.failWith(new IllegalStateException("from the writer"), "a");

    assertThatThrownBy(() -> cache.removeAll(keys("a", "b")))
        .isInstanceOf(CacheWriterException.class);

    assertOnlyAIsRemoved();
  }

  @Test
  void removeAll_partialFailure_removesTheDeletedOnly() {
    putAbc();
    writer.failWith(new IllegalStateException("from the writer"), "a");

    assertThatThrownBy(() -> cache.removeAll()).isInstanceOf(CacheWriterException.class);

    assertOnlyAIsRemoved();
  }

  @Test
  void writtenEntry_cacheChangesLater_staysAsItWas() {
    cache.put("k", "first");
    Cache.Entry<? extends String, ? extends String> written = writer.writes().get(0);

    cache.put("k", "second");
    assertThat(written.getValue()).isEqualTo("first");
    cache.remove("k");

    assertThat(written.getKey()).isEqualTo("k");
    assertThat(written.getValue()).isEqualTo("first");
  }

  @Test
  void writtenEntry_valueChangesInTheCache_staysAsItWas() {
    RecordingWriter<Note> noteWriter = new RecordingWriter<>();
    Cache<String, Note> notes = create(writeThrough(notes().setStoreByValue(true), noteWriter));
    notes.put("k", new Note("first"));

    notes.get("k").setText("changed by a reader");
    Processors.run(notes, "k", entry -> entry.getValue().setText("changed by a processor"));

    assertThat(noteWriter.writes()).hasSize(1);
    assertThat(noteWriter.writes().get(0).getValue()).isEqualTo(new Note("first"));
  }

  @Test
  void writtenEntry_valueChangedByTheWriter_isNotSeenInTheCache() {
    RecordingWriter<Note> noteWriter = new RecordingWriter<>();
    Cache<String, Note> notes = create(writeThrough(notes().setStoreByValue(true), noteWriter));
    notes.put("k", new Note("stored"));

    noteWriter.writes().get(0).getValue().setText("changed by the writer");

    assertThat(notes.get("k")).isEqualTo(new Note("stored"));
  }

  @Test
  void removeAll_emptyCache_doesNotCallTheWriter() {
    cache.removeAll();

    assertThat(writer.calls()).isZero();
  }

  @Test
  void clear_doesNotCallTheWriter() {
    putAbc();

    cache.clear();

    assertThat(writer.calls()).isZero();
    assertThat(cache.iterator().hasNext()).isFalse();
    assertThat(listener.types()).isEmpty();
  }

  private void putAbc() {
    cache.putAll(entries("a", "1", "b", "2", "c", "3"));
    forget();
  }

  private void failFromNowOn(Exception exception) {
    forget();
    writer.failWith(exception);
  }

  private void forget() {
    writer.forget();
    listener.forget();
    statistics.clear();
  }

  private void assertOnlyAIsRemoved() {
    assertThat(cache).extracting(Cache.Entry::getKey).containsExactlyInAnyOrder("b", "c");
    assertThat(listener.types()).containsExactly(REMOVED);
    assertThat(listener.events().get(0).key()).isEqualTo("a");
    assertThat(statistics.getCacheRemovals()).isEqualTo(1);
  }
}
