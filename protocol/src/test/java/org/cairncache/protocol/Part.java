package org.cairncache.protocol;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;

/**
 * A request, or the answer that is expected, as it is written down.
 *
 * @param start its first line
 * @param body what stands after an empty line; empty if there is none
 */
record Part(String start, List<Entry<String, String>> headers, String body) {
  Part {
    headers = List.copyOf(headers);
  }

  static Part of(List<String> lines) {
    List<Entry<String, String>> headers = new ArrayList<>();
    int at = 1;
    for (; at < lines.size() && !lines.get(at).isEmpty(); at++) {
      String[] header = lines.get(at).split(": ", 2);
      headers.add(new SimpleImmutableEntry<>(header[0], header[1]));
    }
    List<String> body = lines.subList(Math.min(at + 1, lines.size()), lines.size());
    return new Part(lines.get(0), headers, String.join("\n", body).strip());
  }
}
