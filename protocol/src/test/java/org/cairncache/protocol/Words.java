package org.cairncache.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names in braces stand for, in one conversation: what a server said when a name was met
 * first. No two names stand for the same. Not thread-safe.
 */
final class Words {
  private static final Pattern NAME = Pattern.compile("\\{([a-z0-9-]+)}");

  private final Map<String, String> known = new HashMap<>();

  Words() {}

  Words(Words others) {
    known.putAll(others.known);
  }

  void set(String name, String text) {
    known.put(name, text);
  }

  /**
   * The text with what the names in it stand for.
   *
   * @throws IllegalArgumentException if nobody has said so
   */
  String fill(String text) {
    return NAME.matcher(text)
        .replaceAll(
            found -> {
              String word = known.get(found.group(1));
              if (word == null) {
                throw new IllegalArgumentException("Not known yet: " + found.group());
              }
              return Matcher.quoteReplacement(word);
            });
  }

  /** Whether the text is what is expected, or may be what a name that is not known stands for. */
  boolean fits(String expected, String text) {
    Matcher name = NAME.matcher(expected);
    if (!name.find() || known.containsKey(name.group(1))) {
      return fill(expected).equals(text);
    }
    String before = expected.substring(0, name.start());
    String after = expected.substring(name.end());
    if (!text.startsWith(before)
        || !text.endsWith(after)
        || text.length() <= before.length() + after.length()) {
      return false;
    }
    String word = text.substring(before.length(), text.length() - after.length());
    return !known.containsValue(word) && known.put(name.group(1), word) == null;
  }
}
