package org.cairncache.freshness.key;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/**
 * What arguments are compared by, made without any text.
 *
 * @param kind what it is of
 * @param parts its parts, as models
 */
record Model(String kind, Object parts) {
  /** A record. */
  record Pair(Object first, Object second) {}

  /** One of the same parts that is another. */
  record Couple(Object first, Object second) {}

  enum Color {
    RED,
    BLUE
  }

  enum Light {
    RED
  }

  /** What is equal exactly if the values are, with arrays compared by their elements. */
  static Object of(Object value) {
    if (value instanceof List<?> list) {
      return new Model("list", models(list));
    } else if (value instanceof Set<?> set) {
      return new Model("set", counts(models(set)));
    } else if (value instanceof Map<?, ?> map) {
      List<Object> entries = new ArrayList<>();
      map.forEach((name, part) -> entries.add(models(Arrays.asList(name, part))));
      return new Model("map", counts(entries));
    } else if (value instanceof Pair pair) {
      return new Model("pair", models(Arrays.asList(pair.first(), pair.second())));
    } else if (value instanceof Couple couple) {
      return new Model("couple", models(Arrays.asList(couple.first(), couple.second())));
    } else if (value instanceof Optional<?> optional) {
      return new Model("optional", models(optional.stream().toList()));
    } else if (value instanceof Object[] array) {
      return new Model("array", models(Arrays.asList(array)));
    } else if (value != null && value.getClass().isArray()) {
      return new Model(value.getClass().getName(), elements(value));
    }
    return value;
  }

  private static List<Object> models(Collection<?> parts) {
    List<Object> models = new ArrayList<>();
    parts.forEach(part -> models.add(of(part)));
    return models;
  }

  // A set may hold two arrays of the same elements.
  private static Map<Object, Integer> counts(List<Object> models) {
    Map<Object, Integer> counts = new HashMap<>();
    models.forEach(model -> counts.merge(model, 1, Integer::sum));
    return counts;
  }

  private static List<Object> elements(Object array) {
    return IntStream.range(0, Array.getLength(array)).mapToObj(i -> Array.get(array, i)).toList();
  }

  /** An equal value: other instances, and another order or kind where that is the same. */
  static Object copy(Object value) {
    if (value instanceof String text) {
      return new String(text.toCharArray());
    } else if (value instanceof List<?> list) {
      List<Object> copy = new CopyOnWriteArrayList<>();
      list.forEach(part -> copy.add(copy(part)));
      return copy;
    } else if (value instanceof Set<?> set) {
      return new LinkedHashSet<>(backwards(set));
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      backwards(map.keySet()).forEach(name -> copy.put(name, copy(map.get(name))));
      return copy;
    } else if (value instanceof Pair pair) {
      return new Pair(copy(pair.first()), copy(pair.second()));
    }
    return value instanceof Object[] array ? Arrays.copyOf(array, array.length) : value;
  }

  private static List<Object> backwards(Set<?> set) {
    List<Object> parts = new ArrayList<>(set);
    Collections.reverse(parts);
    return parts;
  }
}
