package org.cairncache.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer must be: its status; of its headers and elements those that are named. The value
 * of a header is its text, {@code *} for any or {@code -} for none. A body is a text, or elements
 * that come so often and in this order, one on each line: {@code <Key> text}; one without a text
 * does not come at all.
 */
record Expectation(Part written) {
  private static final Pattern ELEMENT = Pattern.compile("<(\\w+)>(?: (.*))?");

  /** What of the answer is not as expected. */
  List<String> mismatches(Reply reply, Words words) {
    List<String> wrong = new ArrayList<>();
    if (!written.start().equals(Integer.toString(reply.status()))) {
      wrong.add("status " + written.start());
    }
    for (Map.Entry<String, String> header : written.headers()) {
      if (!isAsExpected(header.getValue(), reply.header(header.getKey()), words)) {
        wrong.add(header.getKey() + ": " + header.getValue());
      }
    }
    if (written.body().startsWith("<")) {
      elements().forEach((name, texts) -> check(name, texts, reply, words, wrong));
    } else if (!written.body().isEmpty() && !written.body().equals(reply.text())) {
      wrong.add("the body " + written.body());
    }
    return wrong;
  }

  private static boolean isAsExpected(String value, String actual, Words words) {
    return switch (value) {
      case "*" -> !actual.isEmpty();
      case "-" -> actual.isEmpty();
      default -> words.fits(value, actual);
    };
  }

  private Map<String, List<String>> elements() {
    Map<String, List<String>> elements = new LinkedHashMap<>();
    for (String line : written.body().lines().toList()) {
      Matcher element = ELEMENT.matcher(line);
      if (!element.matches()) {
        throw new IllegalArgumentException("Not an element: " + line);
      }
      List<String> texts = elements.computeIfAbsent(element.group(1), name -> new ArrayList<>());
      if (element.group(2) != null) {
        texts.add(element.group(2));
      }
    }
    return elements;
  }

  private static void check(
      String name, List<String> expected, Reply reply, Words words, List<String> wrong) {
    List<String> actual = reply.elements(name);
    boolean fits = actual.size() == expected.size();
    for (int i = 0; fits && i < expected.size(); i++) {
      fits = words.fits(expected.get(i), actual.get(i));
    }
    if (!fits) {
      wrong.add("<" + name + "> " + expected);
    }
  }
}
