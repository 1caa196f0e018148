package org.cairncache.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a command line of {@code --name value} says beside the defaults. Immutable. */
public final class Arguments {
  private final Map<String, String> values;

  private Arguments(Map<String, String> values) {
    this.values = values;
  }

  /**
   * The defaults, changed where the command line says so.
   *
   * @throws IllegalArgumentException for a name that has no default, or one without a value
   */
  public static Arguments parse(Map<String, String> defaults, List<String> commandLine) {
    var values = new LinkedHashMap<>(defaults);
    for (int i = 0; i < commandLine.size(); i += 2) {
      String name = commandLine.get(i);
      if (i + 1 == commandLine.size()) {
        throw new IllegalArgumentException(name + " has no value");
      }
      if (values.replace(name, commandLine.get(i + 1)) == null) {
        throw new IllegalArgumentException("Unknown option " + name + "; known: " + values);
      }
    }
    return new Arguments(values);
  }

  /** The text. */
  public String text(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  /** The texts between commas; none if there is nothing. */
  public List<String> texts(String name) {
    String text = text(name);
    return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }

  /**
   * The number, at least {@code least}.
   *
   * @throws IllegalArgumentException if it is less, or no number
   */
  public int number(String name, int least) {
    int number = Integer.parseInt(text(name));
    if (number < least) {
      throw new IllegalArgumentException(name + " must be at least " + least);
    }
    return number;
  }
}
