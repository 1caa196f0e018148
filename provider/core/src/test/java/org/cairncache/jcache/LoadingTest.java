package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import org.cairncache.CairnConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadingTest {
  private final Source source = new Source();
  private final RecordedCache<String, String> recorded =
      new RecordedCache<>(
          CairnConfiguration.builder(String.class, String.class).readThrough(() -> source).build());

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void getAll_fiveMisses_isOneLoadOfFive() {
    Set<String> keys = Set.of("a", "b", "c", "d", "e");

    assertThat(recorded.cache.getAll(keys)).hasSize(5).containsEntry("a", "loaded a");
    assertThat(source.calls).containsExactly("loadAll [a, b, c, d, e]");

    assertThat(recorded.cache.getAll(keys)).hasSize(5);
    assertThat(source.calls).hasSize(1);
  }

  @Test
  void getAll_someHits_loadsTheOthersAlone() {
    recorded.cache.put("a", "put");

    assertThat(recorded.cache.getAll(Set.of("a", "b", "c")))
        .containsEntry("a", "put")
        .containsEntry("b", "loaded b");
    assertThat(source.calls).containsExactly("loadAll [b, c]");
  }

  @Test
  void getAll_allHits_loadsNothing() {
    recorded.cache.put("a", "put");

    recorded.cache.getAll(Set.of("a"));

    assertThat(source.calls).isEmpty();
  }

  @Test
  void getAll_loaderReturnsLessMoreOrNull_storesWhatWasAskedForAndIsThere() {
    source.answer =
        keys -> {
          Map<String, String> loaded = new HashMap<>();
          loaded.put("a", "loaded a");
          loaded.put("b", null);
          loaded.put("unasked", "x");
          return loaded;
        };

    assertThat(recorded.cache.getAll(Set.of("a", "b", "c"))).containsOnlyKeys("a");
    assertThat(recorded.cache.containsKey("unasked")).isFalse();
    assertThat(recorded.cache.containsKey("b")).isFalse();
  }

  @Test
  void getAll_loaderReturnsNull_isAFailureThatSaysSo() {
    source.answer = keys -> null;

    assertThatThrownBy(() -> recorded.cache.getAll(Set.of("a")))
        .isInstanceOf(CacheLoaderException.class)
        .hasMessageContaining("loadAll returned null");
  }

  @Test
  void getAll_loaderFails_theNextOneAsksAgain() {
    IllegalStateException failure = new IllegalStateException("no source");
    source.answer =
        keys -> {
          throw failure;
        };
    assertThatThrownBy(() -> recorded.cache.getAll(Set.of("a", "b")))
        .isInstanceOf(CacheLoaderException.class)
        .hasCause(failure);

    source.answer = null;
    assertThat(recorded.cache.getAll(Set.of("a", "b"))).hasSize(2);
    assertThat(recorded.cache.get("a")).isEqualTo("loaded a");
  }

  @Test
  void get_loaderAsksTheCacheForTheSameKey_isRefusedAtOnce() {
    source.before = key -> recorded.cache.get(key);

    assertThatThrownBy(() -> recorded.cache.get("a"))
        .isInstanceOf(CacheLoaderException.class)
        .hasMessageContaining("being loaded");

    source.before = null;
    assertThat(recorded.cache.get("a")).isEqualTo("loaded a");
  }

  @Test
  void get_loaderAsksTheCacheForAnotherKey_isAllowed() {
    source.before =
        key -> {
          if (key.equals("a")) {
            recorded.cache.get("b");
          }
        };

    assertThat(recorded.cache.get("a")).isEqualTo("loaded a");
    assertThat(source.calls).containsExactly("load a", "load b");
  }

  @Test
  void get_loaderPutsTheKeyItself_thatValueStays() {
    source.before = key -> recorded.cache.put(key, "put by the loader");

    assertThat(recorded.cache.get("a")).isEqualTo("put by the loader");
    assertThat(recorded.cache.get("a")).isEqualTo("put by the loader");
    assertThat(source.calls).containsExactly("load a");
  }

  @Test
  void get_nothingToLoad_isNullAndAskedAgainNextTime() {
    source.nothing = true;

    assertThat(recorded.cache.get("a")).isNull();
    assertThat(recorded.cache.get("a")).isNull();
    assertThat(source.calls).containsExactly("load a", "load a");
  }

  /** Loads {@code "loaded " + key} unless it is told otherwise, and notes its calls. */
  private static final class Source implements CacheLoader<String, String> {
    final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
    Function<Iterable<? extends String>, Map<String, String>> answer;
    Consumer<String> before;
    boolean nothing;

    @Override
    public String load(String key) {
      calls.add("load " + key);
      if (before != null) {
        before.accept(key);
      }
      return nothing ? null : "loaded " + key;
    }

    @Override
    public Map<String, String> loadAll(Iterable<? extends String> keys) {
      Set<String> sorted = new TreeSet<>();
      keys.forEach(sorted::add);
      calls.add("loadAll " + sorted);
      if (answer != null) {
        return answer.apply(keys);
      }
      Map<String, String> loaded = new HashMap<>();
      sorted.forEach(key -> loaded.put(key, "loaded " + key));
      return loaded;
    }
  }
}
