package org.cairncache.testkit.gcs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of a resource that the parameter {@code fields} asks for: "Partial response" of
 * https://docs.cloud.google.com/storage/docs/json_api. What it does not name is not sent, the token
 * of the next page included. Knows {@code a,b}, {@code a/b}, {@code a(b,c)} and {@code *}.
 */
final class Fields {
  private final Map<String, Fields> named = new TreeMap<>(); // none for all

  /** What is sent of a resource; all of it without a text. */
  static Map<String, Object> of(@Nullable String text, Map<String, Object> resource) {
    if (text == null || text.isEmpty()) {
      return resource;
    }
    Fields fields = new Fields();
    int end = fields.readList(text, 0);
    if (end < text.length()) {
      throw invalid(text);
    }
    return fields.of(resource);
  }

  // Returns where the list ends.
  private int readList(String text, int start) {
    int at = readOne(text, start);
    while (at < text.length() && text.charAt(at) == ',') {
      at = readOne(text, at + 1);
    }
    return at;
  }

  private int readOne(String text, int start) {
    int end = start;
    while (end < text.length() && ",/()".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    if (end == start) {
      throw invalid(text);
    }
    Fields inner = named.computeIfAbsent(text.substring(start, end), name -> new Fields());
    char next = end < text.length() ? text.charAt(end) : ',';
    if (next == '/') {
      return inner.readOne(text, end + 1);
    }
    if (next != '(') {
      return end;
    }
    int close = inner.readList(text, end + 1);
    if (close == text.length() || text.charAt(close) != ')') {
      throw invalid(text);
    }
    return close + 1;
  }

  private Map<String, Object> of(Map<?, ?> resource) {
    Map<String, Object> part = new HashMap<>();
    resource.forEach(
        (name, value) -> {
          Fields inner = named.getOrDefault(name.toString(), named.get("*"));
          if (inner != null) {
            part.put(name.toString(), inner.ofValue(value));
          }
        });
    return part;
  }

  private Object ofValue(Object value) {
    if (named.isEmpty()) {
      return value;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::ofValue).toList();
    }
    return value instanceof Map<?, ?> map ? of(map) : value;
  }

  private static GcsFailure invalid(String text) {
    return new GcsFailure(400, "invalidParameter", "Invalid field selection " + text);
  }
}
