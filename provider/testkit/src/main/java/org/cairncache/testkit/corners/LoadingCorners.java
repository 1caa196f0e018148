package org.cairncache.testkit.corners;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.integration.CacheLoaderException;
import javax.cache.integration.CompletionListenerFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Loads are asked for once, copied, kept apart from the writer, and always reported. */
public abstract class LoadingCorners extends Corners {

  @Test
  void loadAll_slowLoader_returnsBeforeItEnds() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Cache<String, String> cache = create(readThrough(strings(), blockedUntil(release)));
    Completion completion = new Completion();

    Future<?> call = Calls.start(() -> loadAll(cache, keys("k"), false, completion));

    Calls.result(call);
    assertThat(completion.notifications()).isZero();
    release.countDown();
    completion.await();
    assertThat(completion.completions()).isEqualTo(1);
    assertThat(cache.get("k")).isEqualTo("loaded-k");
  }

  @Test
  void loadAll_keepingExisting_asksForMissingKeysOnly() throws Exception {
    RecordingLoader<String> loader = RecordingLoader.ofStrings();
    Cache<String, String> cache = create(readThrough(strings(), loader));
    cache.put("a", "put");

    loadAndWait(cache, keys("a", "b"), false);

    assertThat(loader.asked()).containsExactly("b");
    assertThat(cache.get("a")).isEqualTo("put");
    assertThat(cache.get("b")).isEqualTo("loaded-b");
  }

  @Test
  void loadAll_replacingExisting_asksForAllKeys() throws Exception {
    RecordingLoader<String> loader = RecordingLoader.ofStrings();
    Cache<String, String> cache = create(readThrough(strings(), loader));
    cache.put("a", "put");

    loadAndWait(cache, keys("a", "b"), true);

    assertThat(loader.asked()).containsExactlyInAnyOrder("a", "b");
    assertThat(cache.get("a")).isEqualTo("loaded-a");
    assertThat(cache.get("b")).isEqualTo("loaded-b");
  }

  @Test
  void loadAll_whenItCompletes_valuesAreVisible() throws Exception {
    Cache<String, String> cache = create(readThrough(strings(), RecordingLoader.ofStrings()));
    for (int round = 0; round < 20; round++) {
      Set<String> keys = keys("a" + round, "b" + round, "c" + round);
      AtomicReference<Integer> visible = new AtomicReference<>();
      Completion completion =
          new Completion(() -> visible.set((int) keys.stream().filter(cache::containsKey).count()));

      cache.loadAll(keys, false, completion);

      completion.await();
      assertThat(visible.get()).isEqualTo(3);
    }
  }

  @Test
  void loadAll_onCompletionThrows_doesNotCallOnException() throws Exception {
    RecordingLoader<String> loader = RecordingLoader.ofStrings();
    Cache<String, String> cache = create(readThrough(strings(), loader));
    Completion completion =
        new Completion(
            () -> {
              throw new IllegalStateException("from onCompletion");
            });

    // A provider may complete on the caller's thread; what it does with the exception is its own.
    attempt(() -> cache.loadAll(keys("k"), false, completion));

    completion.await();
    remains(() -> assertThat(completion.exceptions()).isEmpty());
    assertThat(completion.completions()).isEqualTo(1);
  }

  @Test
  void loadAll_loaderFails_givesTheExceptionOnce() throws Exception {
    RuntimeException original = new IllegalStateException("from the loader");
    Cache<String, String> cache = create(readThrough(strings(), failing(original)));
    Completion completion = new Completion();

    cache.loadAll(keys("k"), false, completion);

    completion.await();
    assertThat(completion.completions()).isZero();
    assertThat(completion.exceptions())
        .singleElement()
        .satisfies(
            exception -> {
              assertThat(exception).isInstanceOf(CacheLoaderException.class);
              assertThat(exception).hasRootCause(original);
            });
  }

  @Test
  void loadAll_setChangedAfterTheCall_loadsTheKeysOfTheCall() throws Exception {
    RecordingLoader<String> loader = RecordingLoader.ofStrings();
    Cache<String, String> cache = create(readThrough(strings(), loader));
    for (int round = 0; round < 20; round++) {
      Set<String> keys = keys("a", "b");
      Completion completion = new Completion();

      cache.loadAll(keys, true, completion);
      keys.clear();
      keys.add("c");

      completion.await();
      assertThat(completion.exceptions()).isEmpty();
    }
    assertThat(loader.asked()).hasSize(40).containsOnly("a", "b");
  }

  @Test
  void getAll_loaderFails_givesLoaderExceptionWithTheCause() {
    RuntimeException original = new IllegalStateException("from the loader");
    Cache<String, String> cache = create(readThrough(strings(), failing(original)));

    assertThatThrownBy(() -> cache.getAll(keys("a", "b")))
        .isInstanceOf(CacheLoaderException.class)
        .hasCause(original);
  }

  @Test
  void get_loaderFails_givesLoaderExceptionWithTheCause() {
    RuntimeException original = new IllegalStateException("from the loader");
    Cache<String, String> cache = create(readThrough(strings(), failing(original)));

    assertThatThrownBy(() -> cache.get("k"))
        .isInstanceOf(CacheLoaderException.class)
        .hasCause(original);
    assertThat(cache.containsKey("k")).isFalse();
  }

  @Test
  void get_loaderThrowsUndeclaredException_givesLoaderExceptionWithTheCause() {
    Exception original = new Exception("from the loader");
    Cache<String, String> cache = create(readThrough(strings(), failing(original)));

    assertThatThrownBy(() -> cache.get("k"))
        .isInstanceOf(CacheLoaderException.class)
        .hasCause(original);
    assertThatThrownBy(() -> cache.getAll(keys("k")))
        .isInstanceOf(CacheLoaderException.class)
        .hasCause(original);
  }

  @Test
  void loadAll_loaderThrowsUndeclaredException_givesTheException() throws Exception {
    Exception original = new Exception("from the loader");
    Cache<String, String> cache = create(readThrough(strings(), failing(original)));
    Completion completion = new Completion();

    cache.loadAll(keys("k"), true, completion);

    completion.await();
    assertThat(completion.exceptions())
        .singleElement()
        .satisfies(exception -> assertThat(exception).hasRootCause(original));
  }

  @Test
  void getAll_fiveMisses_isOneLoadAll() {
    RecordingLoader<String> loader = RecordingLoader.ofStrings();
    Cache<String, String> cache = create(readThrough(strings(), loader));
    Set<String> keys = keys("a", "b", "c", "d", "e");

    Map<String, String> found = cache.getAll(keys);

    assertThat(found).containsOnlyKeys(keys).containsEntry("a", "loaded-a");
    assertThat(loader.loads()).isEmpty();
    assertThat(loader.batches())
        .singleElement()
        .satisfies(batch -> assertThat(batch).containsExactlyInAnyOrderElementsOf(keys));
  }

  @Test
  void getAll_someMisses_asksForThoseOnly() {
    RecordingLoader<String> loader =
        new RecordingLoader<>(key -> key.equals("unknown") ? null : "loaded-" + key);
    Cache<String, String> cache = create(readThrough(strings(), loader));
    cache.put("a", "put");

    Map<String, String> found = cache.getAll(keys("a", "b", "unknown"));

    assertThat(found).containsOnly(Map.entry("a", "put"), Map.entry("b", "loaded-b"));
    assertThat(loader.asked()).containsExactlyInAnyOrder("b", "unknown");
  }

  @ParameterizedTest
  @EnumSource
  void end_duringLoads_returnsAndStillNotifiesEach(Closing closing) throws Exception {
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    RecordingLoader<String> loader =
        new RecordingLoader<>(
            key -> {
              loading.countDown();
              Calls.opens(release, WAIT.toMillis() * 2);
              return "loaded-" + key;
            });
    Cache<String, String> cache = create(readThrough(strings(), loader));
    List<Completion> completions = Stream.generate(Completion::new).limit(20).toList();
    for (Completion completion : completions) {
      Calls.result(Calls.start(() -> loadAll(cache, keys("k"), true, completion)));
    }
    Calls.await(loading);

    Calls.result(Calls.start(() -> end(closing, cache)));

    assertThat(cache.isClosed()).isTrue();
    release.countDown();
    for (Completion completion : completions) {
      completion.await();
    }
    remains(() -> assertThat(completions).allMatch(each -> each.notifications() == 1));
  }

  @Test
  void loadedValue_changedByLoaderLater_isNotSeen() throws Exception {
    Note kept = new Note("loaded");
    Cache<String, Note> cache =
        create(readThrough(notes().setStoreByValue(true), new RecordingLoader<>(key -> kept)));

    assertThat(cache.get("get")).isEqualTo(new Note("loaded"));
    assertThat(cache.getAll(keys("getAll"))).containsEntry("getAll", new Note("loaded"));
    assertThat(Processors.get(cache, "invoke")).isEqualTo(new Note("loaded"));
    loadAndWait(cache, keys("loadAll"), false);
    kept.setText("changed by the loader");

    for (String key : keys("get", "getAll", "invoke", "loadAll")) {
      assertThat(cache.get(key)).as(key).isEqualTo(new Note("loaded"));
    }
  }

  @Test
  void loadedValue_changedByTheCaller_isNotSeen() {
    Cache<String, Note> cache =
        create(
            readThrough(
                notes().setStoreByValue(true), new RecordingLoader<>(key -> new Note("loaded"))));

    cache.get("get").setText("changed by the caller");
    cache.getAll(keys("getAll")).values().forEach(note -> note.setText("changed by the caller"));

    assertThat(cache.get("get")).isEqualTo(new Note("loaded"));
    assertThat(cache.get("getAll")).isEqualTo(new Note("loaded"));
  }

  @Test
  void load_writeThrough_doesNotCallTheWriter() throws Exception {
    RecordingWriter<String> writer = new RecordingWriter<>();
    RecordingLoader<String> loader = RecordingLoader.ofStrings();
    Cache<String, String> cache = create(writeThrough(readThrough(strings(), loader), writer));

    cache.get("a");
    cache.getAll(keys("b", "c"));
    Processors.get(cache, "d");
    loadAndWait(cache, keys("e", "f"), false);
    loadAndWait(cache, keys("a", "b"), true);

    assertThat(loader.asked()).hasSize(8);
    assertThat(writer.calls()).isZero();
  }

  private static boolean loadAll(
      Cache<String, String> cache, Set<String> keys, boolean replace, Completion completion) {
    cache.loadAll(keys, replace, completion);
    return true;
  }

  private boolean end(Closing closing, Cache<String, String> cache) {
    closing.end(manager(), cache);
    return true;
  }

  private static void loadAndWait(Cache<String, ?> cache, Set<String> keys, boolean replace)
      throws Exception {
    CompletionListenerFuture completion = new CompletionListenerFuture();
    cache.loadAll(keys, replace, completion);
    completion.get(WAIT.toSeconds(), SECONDS);
  }

  private static RecordingLoader<String> blockedUntil(CountDownLatch release) {
    return new RecordingLoader<>(
        key -> {
          Calls.opens(release, WAIT.toMillis() * 2);
          return "loaded-" + key;
        });
  }

  private static RecordingLoader<String> failing(Exception exception) {
    return new RecordingLoader<>(
        key -> {
          throw Corners.<RuntimeException>undeclared(exception);
        });
  }
}
