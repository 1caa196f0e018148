package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.CairnCachingProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A cache whose types are configured takes no key and no value of another (JSR-107, {@code
 * CacheManager.createCache}), by reference no more than by value. {@code get} and {@code
 * containsKey} do not look at the type: no entry has such a key.
 */
class EntryTypesTest {
  private final CairnCachingProvider provider = new CairnCachingProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  @ParameterizedTest
  @MethodSource
  void call_withAnotherType_isRefused(
      String what, String call, boolean byValue, Consumer<Cache<Object, Object>> calling) {
    Cache<Object, Object> cache = create(byValue);
    cache.put("one", "1");

    assertThatThrownBy(() -> calling.accept(cache))
        .isInstanceOf(ClassCastException.class)
        .hasMessageContaining("\"typed\" has " + what + "s of type java.lang.String");
    assertThat(cache).hasSize(1);
    assertThat(cache.get("one")).isEqualTo("1");
  }

  static Stream<Arguments> call_withAnotherType_isRefused() {
    return Stream.concat(
        bothWays("key", keysOfAnotherType()), bothWays("value", valuesOfAnotherType()));
  }

  private static Map<String, Consumer<Cache<Object, Object>>> keysOfAnotherType() {
    return Map.ofEntries(
        Map.entry("getAll", cache -> cache.getAll(new LinkedHashSet<>(List.of("one", 7)))),
        Map.entry("put", cache -> cache.put(7, "v")),
        Map.entry("getAndPut", cache -> cache.getAndPut(7, "v")),
        Map.entry("putIfAbsent", cache -> cache.putIfAbsent(7, "v")),
        Map.entry("putAll", cache -> cache.putAll(oneAnd(7, "v"))),
        Map.entry("replace", cache -> cache.replace(7, "v")),
        Map.entry("replace if equal", cache -> cache.replace(7, "v", "w")),
        Map.entry("getAndReplace", cache -> cache.getAndReplace(7, "v")),
        Map.entry("remove", cache -> cache.remove(7)),
        Map.entry("remove if equal", cache -> cache.remove(7, "v")),
        Map.entry("getAndRemove", cache -> cache.getAndRemove(7)),
        Map.entry("removeAll", cache -> cache.removeAll(Set.of(7))),
        Map.entry("invoke", cache -> cache.invoke(7, (entry, arguments) -> null)),
        Map.entry("invokeAll", cache -> cache.invokeAll(Set.of(7), (entry, with) -> null)),
        Map.entry("loadAll", cache -> cache.loadAll(Set.of(7), false, null)));
  }

  private static Map<String, Consumer<Cache<Object, Object>>> valuesOfAnotherType() {
    return Map.of(
        "put", cache -> cache.put("k", 7),
        "getAndPut", cache -> cache.getAndPut("k", 7),
        "putIfAbsent", cache -> cache.putIfAbsent("k", 7),
        "putAll", cache -> cache.putAll(oneAnd("k", 7)),
        "replace", cache -> cache.replace("one", 7),
        "getAndReplace", cache -> cache.getAndReplace("one", 7));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void get_byAKeyOfAnotherType_findsNothing(boolean byValue) {
    Cache<Object, Object> cache = create(byValue);

    assertThat(cache.get(7)).isNull();
    assertThat(cache.containsKey(7)).isFalse();
  }

  private static Stream<Arguments> bothWays(
      String what, Map<String, Consumer<Cache<Object, Object>>> calls) {
    return calls.entrySet().stream()
        .flatMap(
            call ->
                Stream.of(true, false)
                    .map(byValue -> Arguments.of(what, call.getKey(), byValue, call.getValue())));
  }

  private static Map<Object, Object> oneAnd(Object key, Object value) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    entries.put("one", "1");
    entries.put(key, value);
    return entries;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // as an application with raw types would
  private Cache<Object, Object> create(boolean byValue) {
    return (Cache)
        provider
            .getCacheManager()
            .createCache(
                "typed",
                new MutableConfiguration<String, String>()
                    .setTypes(String.class, String.class)
                    .setStoreByValue(byValue));
  }
}
