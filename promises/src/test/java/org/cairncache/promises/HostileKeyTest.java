package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Promise 12: no key and no name of a cache reaches beyond its place, or another's. */
final class HostileKeyTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void keys_hostile_keepToThemselves(Medium medium) throws IOException {
    List<String> keys = new ArrayList<>(HostileTexts.fixed());
    HostileTexts.random(new Random(12), Form.of(1_000, 50_000)).stream()
        .filter(key -> !HostileTexts.fixed().contains(key))
        .forEach(keys::add);
    inside(
        medium,
        manager -> {
          Cache<String, Integer> cache = cache(manager, "keys");
          for (int i = 0; i < keys.size(); i++) {
            assertThat(cache.putIfAbsent(keys.get(i), i)).as("key %d is new", i).isTrue();
          }
          Map<String, Integer> iterated = new HashMap<>();
          cache.forEach(entry -> iterated.merge(entry.getKey(), entry.getValue(), (a, b) -> -1));
          assertThat(iterated).hasSize(keys.size());
          for (int i = 0; i < keys.size(); i++) {
            assertThat(cache.get(keys.get(i))).as("value of key %d", i).isEqualTo(i);
            assertThat(iterated.get(keys.get(i))).as("iterated key %d", i).isEqualTo(i);
          }
          for (int i = 0; i < keys.size(); i += 2) {
            assertThat(cache.remove(keys.get(i))).as("key %d was there", i).isTrue();
          }
          assertThat(cache).hasSize(keys.size() / 2);
        });
    Form.report(12, medium, keys.size() + " keys, none outside, none collided");
  }

  /** Some texts are no Unicode, and may be refused; what is taken must come back. */
  @ParameterizedTest
  @EnumSource
  void keys_halvesOfPairs_areRefusedOrKeptApart(Medium medium) throws IOException {
    inside(
        medium,
        manager -> {
          Cache<String, String> cache =
              manager.createCache(
                  "halves",
                  new MutableConfiguration<String, String>().setTypes(String.class, String.class));
          List<String> taken = new ArrayList<>();
          for (String key : HostileTexts.halves()) {
            try {
              cache.put(key, "value of " + HostileTexts.halves().indexOf(key));
              taken.add(key);
            } catch (CacheException refused) {
              assertThat(refused.getMessage()).doesNotContain(key);
            }
          }
          for (String key : taken) {
            assertThat(cache.get(key)).isEqualTo("value of " + HostileTexts.halves().indexOf(key));
          }
          assertThat(cache).hasSize(taken.size());
        });
  }

  @ParameterizedTest
  @EnumSource
  void names_hostile_keepToThemselves(Medium medium) throws IOException {
    List<String> names = new ArrayList<>(HostileTexts.fixed());
    names.addAll(HostileTexts.random(new Random(21), Form.of(20, 500)));
    List<String> different = names.stream().distinct().toList();
    inside(
        medium,
        manager -> {
          for (String name : different) {
            cache(manager, name).put("key", different.indexOf(name));
          }
          for (String name : different) {
            Cache<String, Integer> cache = manager.getCache(name, String.class, Integer.class);
            assertThat(cache).as("cache %d", different.indexOf(name)).hasSize(1);
            assertThat(cache.get("key")).isEqualTo(different.indexOf(name));
          }
          manager.destroyCache("..");
          assertThat(manager.getCache("a/b", String.class, Integer.class)).hasSize(1);
        });
  }

  /** Does something in a directory of a directory, beyond which nothing may appear or go. */
  private void inside(Medium medium, Consumer<CacheManager> hostile) throws IOException {
    Path inner = Files.createDirectories(directory.resolve("outer/inner"));
    Files.writeString(directory.resolve("x"), "untouched");
    Files.writeString(inner.resolve("x"), "untouched");
    try (Place place = medium.open(inner);
        Place neighbour = medium.open(directory)) {
      ConfigurationFile other = ConfigurationFile.write(directory, "neighbour", neighbour);
      try (CacheManager manager = other.open()) {
        cache(manager, "keys").put("x", -1);
      }
      ConfigurationFile store = ConfigurationFile.write(directory, "store", place);
      Map<String, String> beside = contents(neighbour);
      Map<Path, Long> before = surroundings(inner.resolve("store"));
      try (CacheManager manager = store.open()) {
        hostile.accept(manager);
      }
      assertThat(surroundings(inner.resolve("store"))).isEqualTo(before);
      assertThat(contents(neighbour)).isEqualTo(beside).isNotEmpty();
    }
  }

  private static Map<String, String> contents(Place place) throws IOException {
    Map<String, String> contents = new HashMap<>();
    for (String name : place.names()) {
      contents.put(name, HexFormat.of().formatHex(place.read(name)));
    }
    return contents;
  }

  private Map<Path, Long> surroundings(Path store) throws IOException {
    Map<Path, Long> sizes = new HashMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) all.filter(path -> !path.startsWith(store))::iterator) {
        sizes.put(path, Files.isDirectory(path) ? -1 : Files.size(path));
      }
    }
    return sizes;
  }

  private static Cache<String, Integer> cache(CacheManager manager, String name) {
    return manager.createCache(
        name, new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class));
  }
}
