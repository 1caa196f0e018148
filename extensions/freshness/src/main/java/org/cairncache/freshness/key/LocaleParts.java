package org.cairncache.freshness.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What locales are compared by; their texts alone are not enough. Stateless. */
final class LocaleParts {
  private LocaleParts() {}

  /** Language, script, country and variant, and all extensions in the order of their letters. */
  static List<String> of(Locale locale) {
    List<String> parts = new ArrayList<>();
    parts.add(locale.getLanguage());
    parts.add(locale.getScript());
    parts.add(locale.getCountry());
    parts.add(locale.getVariant());
    for (Character letter : new TreeSet<>(locale.getExtensionKeys())) {
      parts.add(letter + "-" + locale.getExtension(letter));
    }
    return parts;
  }
}
