package org.cairncache.testkit.corners;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.cache.Cache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Iteration gives snapshots, each entry once, and minds no change meanwhile. */
public abstract class IteratorCorners extends Corners {

  @Test
  void hasNext_asManyTimesAsOneLikes_doesNotMove() {
    Cache<String, String> cache = filled(3);
    Iterator<Cache.Entry<String, String>> iterator = cache.iterator();
    List<String> keys = new ArrayList<>();

    while (iterator.hasNext()) {
      assertThat(iterator.hasNext()).isTrue();
      assertThat(iterator.hasNext()).isTrue();
      keys.add(iterator.next().getKey());
    }

    assertThat(iterator.hasNext()).isFalse();
    assertThat(keys).containsExactlyInAnyOrder("k0", "k1", "k2");
  }

  @Test
  void next_withoutHasNext_givesEveryEntry() {
    Iterator<Cache.Entry<String, String>> iterator = filled(3).iterator();

    List<String> keys =
        List.of(iterator.next().getKey(), iterator.next().getKey(), iterator.next().getKey());

    assertThat(keys).containsExactlyInAnyOrder("k0", "k1", "k2");
  }

  @Test
  void next_atTheEnd_throwsNoSuchElement() {
    Iterator<Cache.Entry<String, String>> iterator = filled(1).iterator();
    iterator.next();

    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> create(strings()).iterator().next())
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void remove_beforeNext_throwsIllegalState() {
    Cache<String, String> cache = filled(1);
    Iterator<Cache.Entry<String, String>> iterator = cache.iterator();

    assertThatThrownBy(iterator::remove).isInstanceOf(IllegalStateException.class);
    assertThat(iterator.hasNext()).isTrue();
    assertThatThrownBy(iterator::remove).isInstanceOf(IllegalStateException.class);
    assertThat(cache.containsKey("k0")).isTrue();
  }

  @Test
  void remove_twice_throwsIllegalState() {
    Cache<String, String> cache = filled(2);
    Iterator<Cache.Entry<String, String>> iterator = cache.iterator();
    iterator.next();
    iterator.remove();

    assertThatThrownBy(iterator::remove).isInstanceOf(IllegalStateException.class);
    assertThat(cache).hasSize(1);
  }

  @Test
  void remove_afterAnotherHasNext_removesTheReturnedEntry() {
    Cache<String, String> cache = filled(3);
    Iterator<Cache.Entry<String, String>> iterator = cache.iterator();
    String returned = iterator.next().getKey();
    assertThat(iterator.hasNext()).isTrue();

    iterator.remove();

    assertThat(cache.containsKey(returned)).isFalse();
    assertThat(cache).hasSize(2);
    iterator.next();
    iterator.next();
    assertThat(iterator.hasNext()).isFalse();
  }

  @Test
  void remove_lastEntryAfterHasNextSaidNo_removesIt() {
    Cache<String, String> cache = filled(1);
    Iterator<Cache.Entry<String, String>> iterator = cache.iterator();
    iterator.next();
    assertThat(iterator.hasNext()).isFalse();

    iterator.remove();

    assertThat(cache.containsKey("k0")).isFalse();
  }

  @Test
  void entry_cacheChangesLater_staysAsItWas() {
    Cache<String, String> cache = filled(1);
    Cache.Entry<String, String> entry = cache.iterator().next();

    cache.put("k0", "changed");
    assertThat(entry.getValue()).isEqualTo("v0");
    cache.remove("k0");

    assertThat(entry.getKey()).isEqualTo("k0");
    assertThat(entry.getValue()).isEqualTo("v0");
  }

  @Test
  void entry_valueChangedByTheCaller_isNotSeenInTheCache() {
    Cache<String, Note> cache = create(notes().setStoreByValue(true));
    cache.put("k", new Note("stored"));

    cache.iterator().next().getValue().setText("changed by the caller");

    assertThat(cache.get("k")).isEqualTo(new Note("stored"));
  }

  @Test
  @Timeout(value = 120, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void iterator_fiveThousandEntries_givesEachOnce() {
    Cache<String, String> cache = filled(5_000);
    Map<String, String> found = new HashMap<>();

    for (Cache.Entry<String, String> entry : cache) {
      assertThat(found.put(entry.getKey(), entry.getValue())).as(entry.getKey()).isNull();
    }

    assertThat(found).hasSize(5_000);
    found.forEach((key, value) -> assertThat(value).isEqualTo("v" + key.substring(1)));
  }

  @Test
  void iterator_changesMeanwhile_givesTheUntouchedOnceAndThrowsNothing() throws Exception {
    Cache<String, String> cache = filled(300);
    AtomicBoolean stop = new AtomicBoolean();
    Future<Integer> changes = Calls.start(() -> churn(cache, stop));
    try {
      for (int round = 0; round < 5; round++) {
        List<String> untouched = new ArrayList<>();
        for (Cache.Entry<String, String> entry : cache) {
          if (entry != null && entry.getKey().startsWith("k")) {
            untouched.add(entry.getKey());
          }
        }
        assertThat(untouched).doesNotHaveDuplicates().hasSize(300);
      }
    } finally {
      stop.set(true);
    }
    assertThat(Calls.result(changes)).isPositive();
  }

  @Test
  void iterator_cacheClearedMeanwhile_throwsNothing() {
    Cache<String, String> cache = filled(300);
    Iterator<Cache.Entry<String, String>> iterator = cache.iterator();
    iterator.next();

    cache.clear();

    iterator.remove();
    iterator.forEachRemaining(
        entry -> assertThat(entry == null || entry.getValue() != null).isTrue());
    assertThat(cache.iterator().hasNext()).isFalse();
  }

  /** Puts and removes other entries until told to stop; counts the rounds. */
  private static int churn(Cache<String, String> cache, AtomicBoolean stop) {
    int rounds = 0;
    do {
      String key = "other" + rounds % 50;
      cache.put(key, "v");
      cache.remove("other" + (rounds + 25) % 50);
      rounds++;
    } while (!stop.get());
    return rounds;
  }

  private Cache<String, String> filled(int entries) {
    Cache<String, String> cache = create(strings());
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < entries; i++) {
      values.put("k" + i, "v" + i);
    }
    cache.putAll(values);
    return cache;
  }
}
