package org.cairncache.freshness.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.cairncache.freshness.key.Signature.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of all that can be made of few hostile characters, each has a key of its own. */
final class DistinctKeysTest {
  private static final String HOSTILE = "abc:%),1L-";

  private static KeyRenderer renderer(String template, int parameters) {
    return KeyTemplate.parse(template)
        .bind(Signature.of("users", Collections.nCopies(parameters, Parameter.unknown())));
  }

  // No assertion for each, as there are many.
  private static void add(String key, Object model, Map<String, Object> keys) {
    Object other = keys.putIfAbsent(key, model);
    if (other != null) {
      assertThat(other).as(key).isEqualTo(model);
    }
  }

  @ParameterizedTest
  @CsvSource({"{}:{}", "{#}", "a{}b{}c", "{}{}", "{}-{}", "{}a:{}", "{a}1{b}1{a}"})
  void render_anyTwoShortStrings_haveAKeyOfTheirOwn(String template) {
    KeyRenderer renderer = renderer(template, 2);
    List<String> strings = shortStrings();
    Map<String, Object> keys = new HashMap<>();
    for (String first : strings) {
      for (String second : strings) {
        add(renderer.render(first, second), List.of(first, second), keys);
      }
    }
  }

  static Stream<BiFunction<String, String, Object>> composers() {
    return Stream.of(
        (first, second) -> List.of(first, second),
        (first, second) -> new String[] {first, second},
        (first, second) -> Map.of(first, second),
        (first, second) -> Map.entry(first, second),
        (first, second) -> new Model.Pair(first, second),
        (first, second) -> List.of(first + second),
        (first, second) -> List.of(List.of(first), second),
        (first, second) -> List.of(List.of(first, second)));
  }

  @ParameterizedTest
  @MethodSource("composers")
  void render_anyTwoShortStringsInOne_haveAKeyOfTheirOwn(
      BiFunction<String, String, Object> composer) {
    Map<String, Object> keys = new HashMap<>();
    for (String first : shortStrings()) {
      for (String second : shortStrings()) {
        Object model = Model.of(composer.apply(first, second));
        String key = renderer("{}", 1).render(composer.apply(first, second));
        add(key, model, keys);
      }
    }
  }

  @Test
  void render_anyNestedLists_haveAKeyOfTheirOwn() {
    List<Object> parts = new ArrayList<>(List.of("a", ",", ")", "a)", "a,a", "("));
    parts.addAll(upToTwo(List.copyOf(parts)));
    KeyRenderer renderer = renderer("{}", 1);
    Map<String, Object> keys = new HashMap<>();
    for (Object first : parts) {
      for (List<Object> others : upToTwo(parts)) {
        List<Object> list = new ArrayList<>(List.of(first));
        list.addAll(others);
        add(renderer.render(list), list, keys);
      }
    }
  }

  private static List<List<Object>> upToTwo(List<Object> parts) {
    List<List<Object>> lists = new ArrayList<>(List.of(List.of()));
    for (Object first : parts) {
      lists.add(List.of(first));
      parts.forEach(second -> lists.add(List.of(first, second)));
    }
    return lists;
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "a{}c", "{#}"})
  void render_anyCharacter_hasAKeyOfItsOwn(String template) {
    KeyRenderer renderer = renderer(template, 1);
    Map<String, Object> keys = new HashMap<>();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      for (Object argument :
          List.of("" + (char) c, (char) c, c, (long) c, List.of("" + (char) c))) {
        add(renderer.render(argument), argument, keys);
      }
    }
  }

  private static List<String> shortStrings() {
    List<String> strings = new ArrayList<>(List.of("", "true", "%s()", "%null", "a1b", "-1L"));
    List<String> hostile = HOSTILE.chars().mapToObj(Character::toString).toList();
    for (String first : hostile) {
      strings.add(first);
      hostile.forEach(second -> strings.add(first + second));
    }
    return strings;
  }
}
