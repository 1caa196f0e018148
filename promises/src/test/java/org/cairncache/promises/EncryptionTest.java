package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Promise 21: who can write to the medium, but has no key, can make an encrypted cache forget and
 * go back in time, and nothing else.
 */
final class EncryptionTest {
  private static final String KEYS =
      "encryption-keys = [\"k1:"
          + Base64.getEncoder()
              .encodeToString(
                  "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII))
          + "\"]";
  private static final int BOMB_BYTES = 60 << 20;
  private static final long REFUSED_WITHIN_MILLIS = 50;

  @TempDir private Path directory;

  private Place place;

  /** The test's own way of running on an encrypted store. */
  private interface Attack {
    void on(Cache<String, String> cache, Cache<String, String> other) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void entry_underAnotherKey_isRefused(Medium medium) throws IOException {
    encrypted(
        medium,
        (cache, other) -> {
          String one = put(cache, "a", "of a");
          String two = put(cache, "b", "of b");
          byte[] ofOne = place.read(one);
          place.write(one, place.read(two));
          place.write(two, ofOne);
          assertThat(cache.get("a")).isNull();
          assertThat(cache.get("b")).isNull();
          assertThat(cache.putIfAbsent("a", "new")).isTrue();
          assertThat(cache.get("a")).isEqualTo("new");
        });
  }

  @ParameterizedTest
  @EnumSource
  void entry_forgedToBeOfAnotherKey_isRefused(Medium medium) throws IOException {
    encrypted(
        medium,
        (cache, other) -> {
          byte[] ofA = place.read(put(cache, "a", "of a"));
          String name = put(cache, "b", "of b");
          place.write(name, Forgery.ofKey(ofA, "b"));
          assertThat(cache.get("b")).isNull();
        });
  }

  @ParameterizedTest
  @EnumSource
  void entry_inAnotherCache_isRefused(Medium medium) throws IOException {
    encrypted(
        medium,
        (cache, other) -> {
          String here = put(cache, "a", "of one cache");
          String there = put(other, "a", "of another cache");
          place.write(there, place.read(here));
          assertThat(other.get("a")).isNull();
          assertThat(cache.get("a")).isEqualTo("of one cache");
        });
  }

  @ParameterizedTest
  @EnumSource
  void entry_withAnyByteChanged_isRefusedOrLiesOnlyAboutItsDeadline(Medium medium)
      throws IOException {
    encrypted(
        medium,
        (cache, other) -> {
          String name = put(cache, "a", "untouched");
          byte[] good = place.read(name);
          for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x10;
            place.write(name, bad);
            assertThat(cache.get("a")).as("byte %d of %d", i, good.length).isIn(null, "untouched");
          }
          place.write(name, good);
          assertThat(cache.get("a")).isEqualTo("untouched");
          assertThat(new String(good, StandardCharsets.ISO_8859_1)).doesNotContain("untouched");
        });
  }

  /** No check of one entry can tell that there was a later one: this is what is not promised. */
  @ParameterizedTest
  @EnumSource
  void entry_replayedUnderItsOwnKey_isTheOldValueAndNoOther(Medium medium) throws IOException {
    encrypted(
        medium,
        (cache, other) -> {
          String name = put(cache, "a", "old");
          byte[] old = place.read(name);
          cache.put("a", "new");
          place.write(name, old);
          assertThat(cache.get("a")).isEqualTo("old");
        });
  }

  @ParameterizedTest
  @EnumSource
  void entry_inTheClear_isRefused(Medium medium) throws IOException {
    place = medium.open(directory);
    ConfigurationFile clear = ConfigurationFile.write(directory, "clear", place);
    try (CacheManager manager = clear.open()) {
      cache(manager, "one").put("a", "planted");
    }
    ConfigurationFile store = encrypted();
    try (CacheManager manager = store.open()) {
      assertThat(cache(manager, "one").get("a")).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void bomb_honestOrLying_isRefusedBeforeItIsInflated(Medium medium) throws IOException {
    place = medium.open(directory);
    String settings = "defaults { compression = true, maximum-entry-size = 1MiB }";
    try (CacheManager manager =
        ConfigurationFile.write(directory, "store", place, settings).open()) {
      Cache<String, String> cache = cache(manager, "one");
      String name = put(cache, "a", "x".repeat(10_000));
      byte[] good = place.read(name);
      assertThat(Forgery.sealed(good)).as("the forger seals as the cache does").isEqualTo(good);
      long slowest = 0;
      for (int claimed : new int[] {BOMB_BYTES, 1_000, 1 << 20, Integer.MAX_VALUE, -1}) {
        byte[] bomb = Forgery.bomb(good, BOMB_BYTES, claimed);
        assertThat(bomb.length).isLessThan(BOMB_BYTES / 1_000);
        place.write(name, bomb);
        long start = System.nanoTime();
        assertThat(cache.get("a")).as("claimed to be %d bytes", claimed).isNull();
        slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
      }
      Form.report(21, medium, "bombs of 1:1,000 refused in at most " + slowest + " ms");
      assertThat(slowest).isLessThan(Form.of(10, 1) * REFUSED_WITHIN_MILLIS);
    }
  }

  private void encrypted(Medium medium, Attack attack) throws IOException {
    place = medium.open(directory);
    try (CacheManager manager = encrypted().open()) {
      attack.on(cache(manager, "one"), cache(manager, "two"));
    } finally {
      place.close();
    }
  }

  private ConfigurationFile encrypted() throws IOException {
    return ConfigurationFile.write(
        directory, "store", place, "defaults { compression = true, " + KEYS + " }");
  }

  /** Puts something new and says under which name it lies. */
  private String put(Cache<String, String> cache, String key, String value) throws IOException {
    Set<String> before = place.names();
    cache.put(key, value);
    return newName(before);
  }

  private String newName(Set<String> before) throws IOException {
    Set<String> added = new HashSet<>(place.names());
    added.removeAll(before);
    assertThat(added).hasSize(1);
    return added.iterator().next();
  }

  private static Cache<String, String> cache(CacheManager manager, String name) {
    return manager.createCache(
        name, new MutableConfiguration<String, String>().setTypes(String.class, String.class));
  }
}
