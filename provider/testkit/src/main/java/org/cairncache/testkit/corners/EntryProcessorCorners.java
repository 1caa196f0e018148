package org.cairncache.testkit.corners;

import static javax.cache.event.EventType.CREATED;
import static javax.cache.event.EventType.REMOVED;
import static javax.cache.event.EventType.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.cache.Cache;
import javax.cache.expiry.Duration;
import javax.cache.management.CacheStatisticsMXBean;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorException;
import org.junit.jupiter.api.Test;

/** {@code invoke} is atomic, and only its net effect is seen. */
public abstract class EntryProcessorCorners extends Corners {

  @Test
  void invoke_concurrentIncrements_loseNothing() throws Exception {
    Cache<String, String> cache = create(strings());

    Calls.together(
        8,
        () -> {
          for (int i = 0; i < 100; i++) {
            increment(cache, "counter");
          }
          return true;
        });

    assertThat(cache.get("counter")).isEqualTo("800");
  }

  @Test
  void put_amongConcurrentInvokes_isNotLost() throws Exception {
    Cache<String, String> cache = create(strings());
    for (int round = 0; round < 50; round++) {
      String key = "counter" + round;
      AtomicBoolean stop = new AtomicBoolean();
      CountDownLatch started = new CountDownLatch(3);
      Future<Integer> increments = Calls.start(() -> incrementUntil(stop, cache, key, started));
      Calls.await(started);

      cache.put(key, "1000000");
      stop.set(true);
      Calls.result(increments);

      assertThat(Integer.parseInt(cache.get(key))).isGreaterThanOrEqualTo(1_000_000);
    }
  }

  @Test
  void invoke_valueChangedInPlaceWithoutSetValue_isInvisible() {
    Cache<String, Note> cache = create(notes().setStoreByValue(true));
    cache.put("k", new Note("stored"));

    Processors.run(cache, "k", entry -> entry.getValue().setText("changed in place"));

    assertThat(cache.get("k")).isEqualTo(new Note("stored"));
  }

  @Test
  void invoke_valueChangedInPlaceThenSet_updatesFromTheStoredValue() {
    RecordingListener<Note> listener = new RecordingListener<>();
    Cache<String, Note> cache =
        create(notes().addCacheEntryListenerConfiguration(listener.synchronous()));
    cache.put("k", new Note("stored"));
    listener.forget();

    Processors.run(
        cache,
        "k",
        entry -> {
          Note note = entry.getValue();
          note.setText("changed");
          entry.setValue(note);
        });

    assertThat(cache.get("k")).isEqualTo(new Note("changed"));
    assertThat(listener.of(UPDATED))
        .singleElement()
        .satisfies(event -> assertThat(event.oldValue()).isEqualTo(new Note("stored")));
  }

  @Test
  void invoke_valueChangedAfterSetValue_isInvisible() {
    Cache<String, Note> cache = create(notes().setStoreByValue(true));
    Note note = new Note("set");
    Processors.set(cache, "k", note);

    note.setText("changed after the call");

    assertThat(cache.get("k")).isEqualTo(new Note("set"));
  }

  @Test
  void invoke_getRemoveGetSet_isOneUpdateAndOneWrite() {
    Effects effects = new Effects("k");

    Processors.run(
        effects.cache,
        "k",
        entry -> {
          assertThat(entry.getValue()).isEqualTo("first");
          entry.remove();
          assertThat(entry.getValue()).isNull();
          entry.setValue("second");
        });

    assertThat(effects.cache.get("k")).isEqualTo("second");
    assertThat(effects.listener.types()).containsExactly(UPDATED);
    assertThat(effects.writer.writes()).hasSize(1);
    assertThat(effects.writer.calls()).isEqualTo(1);
  }

  @Test
  void invoke_getRemoveGetSet_countsOneGetAndOnePut() {
    Effects effects = new Effects("k");

    Processors.run(
        effects.cache,
        "k",
        entry -> {
          entry.getValue();
          entry.remove();
          entry.getValue();
          entry.setValue("second");
        });

    assertThat(effects.statistics.getCacheGets()).isEqualTo(1);
    assertThat(effects.statistics.getCachePuts()).isEqualTo(1);
    assertThat(effects.statistics.getCacheRemovals()).isZero();
  }

  @Test
  void invoke_getSetRemove_isOneRemovalAndOneDelete() {
    Effects effects = new Effects("k");

    getSetRemove(effects.cache);

    assertThat(effects.cache.containsKey("k")).isFalse();
    assertThat(effects.listener.types()).containsExactly(REMOVED);
    assertThat(effects.listener.events().get(0).oldValue()).isEqualTo("first");
    assertThat(effects.writer.deletes()).containsExactly("k");
    assertThat(effects.writer.calls()).isEqualTo(1);
  }

  @Test
  void invoke_getSetRemove_countsOneGetAndOneRemoval() {
    Effects effects = new Effects("k");

    getSetRemove(effects.cache);

    assertThat(effects.statistics.getCacheGets()).isEqualTo(1);
    assertThat(effects.statistics.getCacheRemovals()).isEqualTo(1);
    assertThat(effects.statistics.getCachePuts()).isZero();
  }

  @Test
  void invoke_setTwice_writesTheLastOnly() {
    Effects effects = new Effects("k");

    Processors.run(
        effects.cache,
        "k",
        entry -> {
          entry.setValue("second");
          entry.setValue("third");
        });

    assertThat(effects.writer.writes()).hasSize(1);
    assertThat(effects.writer.writes().get(0).getValue()).isEqualTo("third");
    assertThat(effects.listener.types()).containsExactly(UPDATED);
  }

  @Test
  void invoke_setTwice_asksThePolicyOnce() {
    CountingExpiry policy = CountingExpiry.of(Duration.ETERNAL, null, null);
    Cache<String, String> cache = create(expiring(strings(), policy));
    cache.put("k", "first");

    Processors.run(
        cache,
        "k",
        entry -> {
          entry.setValue("second");
          entry.setValue("third");
        });

    assertThat(policy.updates()).isEqualTo(1);
  }

  @Test
  void exists_missingEntry_doesNotLoad() {
    RecordingLoader<String> loader = RecordingLoader.ofStrings();
    Cache<String, String> cache = create(readThrough(strings(), loader));

    Boolean exists = cache.invoke("k", (entry, arguments) -> entry.exists());

    assertThat(exists).isFalse();
    assertThat(loader.asked()).isEmpty();
    assertThat(cache.containsKey("k")).isFalse();
  }

  @Test
  void invoke_processorThrowsAfterSetValue_changesNothing() {
    Effects effects = new Effects("k");

    assertThatThrownBy(
            () ->
                Processors.run(
                    effects.cache,
                    "k",
                    entry -> {
                      entry.setValue("second");
                      throw new IllegalStateException("too late");
                    }))
        .isInstanceOf(EntryProcessorException.class);

    assertThat(effects.cache.get("k")).isEqualTo("first");
    assertThat(effects.listener.types()).isEmpty();
    assertThat(effects.writer.calls()).isZero();
  }

  @Test
  void remove_missingEntry_deletesAndIsSilent() {
    Effects effects = new Effects("other");

    Processors.remove(effects.cache, "missing");

    assertThat(effects.writer.deletes()).containsExactly("missing");
    assertThat(effects.writer.calls()).isEqualTo(1);
    assertThat(effects.listener.types()).isEmpty();
    assertThat(effects.statistics.getCacheRemovals()).isZero();
    assertThat(effects.statistics.getCachePuts()).isZero();
    assertThat(effects.statistics.getCacheHits()).isZero();
  }

  @Test
  void invoke_loadedThenSet_isWrittenOnce() {
    RecordingLoader<String> loader = RecordingLoader.ofStrings();
    RecordingWriter<String> writer = new RecordingWriter<>();
    RecordingListener<String> listener = new RecordingListener<>();
    Cache<String, String> cache =
        create(
            writeThrough(readThrough(strings(), loader), writer)
                .addCacheEntryListenerConfiguration(listener.synchronous()));

    Processors.run(cache, "k", entry -> entry.setValue(entry.getValue() + "-set"));

    assertThat(loader.asked()).containsExactly("k");
    assertThat(writer.writes()).hasSize(1);
    assertThat(writer.writes().get(0).getValue()).isEqualTo("loaded-k-set");
    assertThat(writer.calls()).isEqualTo(1);
    assertThat(listener.types()).containsExactly(CREATED);
    assertThat(cache.get("k")).isEqualTo("loaded-k-set");
  }

  @Test
  void invoke_processorAndArgumentsNotSerializable_work() {
    Cache<String, String> cache = create(strings());
    Object argument = new Object();
    EntryProcessor<String, String, Object> processor =
        new EntryProcessor<>() {
          private final Thread state = Thread.currentThread();

          @Override
          public Object process(
              javax.cache.processor.MutableEntry<String, String> entry, Object... arguments) {
            entry.setValue(state.getName());
            return arguments[0];
          }
        };

    assertThat(cache.<Object>invoke("k", processor, argument)).isSameAs(argument);
    assertThat(cache.containsKey("k")).isTrue();
  }

  private static void increment(Cache<String, String> cache, String key) {
    Processors.run(
        cache,
        key,
        entry -> {
          String value = entry.getValue();
          entry.setValue(value == null ? "1" : String.valueOf(Integer.parseInt(value) + 1));
        });
  }

  private static int incrementUntil(
      AtomicBoolean stop, Cache<String, String> cache, String key, CountDownLatch rounds) {
    do {
      increment(cache, key);
      rounds.countDown();
    } while (!stop.get());
    return Integer.parseInt(cache.get(key));
  }

  private static void getSetRemove(Cache<String, String> cache) {
    Processors.run(
        cache,
        "k",
        entry -> {
          entry.getValue();
          entry.setValue("second");
          entry.remove();
        });
  }

  /** A cache that holds "first" under one key, and everything that can be seen from outside. */
  private final class Effects {
    final RecordingListener<String> listener = new RecordingListener<>();
    final RecordingWriter<String> writer = new RecordingWriter<>();
    final Cache<String, String> cache;
    final CacheStatisticsMXBean statistics;

    Effects(String key) {
      cache =
          create(
              writeThrough(strings(), writer)
                  .setStatisticsEnabled(true)
                  .addCacheEntryListenerConfiguration(listener.synchronous()));
      cache.put(key, "first");
      statistics = CacheBeans.statistics(cache);
      statistics.clear();
      listener.forget();
      writer.forget();
    }
  }
}
