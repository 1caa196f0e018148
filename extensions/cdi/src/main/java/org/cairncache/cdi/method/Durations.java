package org.cairncache.cdi.method;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The durations in annotations: {@code 500ms}, {@code 30s}, {@code 5m}, or {@code PT5M}. */
public final class Durations {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,15})\\s*(ms|s|m|h|d)");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  private Durations() {}

  /**
   * The duration of a text.
   *
   * @param member the name of what has the text
   * @throws IllegalArgumentException if it is none, naming both
   */
  public static Duration parse(String member, String text) {
    String stripped = text.strip();
    Matcher matcher = SHORT.matcher(stripped.toLowerCase(Locale.ROOT));
    try {
      return matcher.matches()
          ? Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)))
          : Duration.parse(stripped);
    } catch (DateTimeParseException | ArithmeticException notOne) {
      throw new IllegalArgumentException(
          member
              + " = \""
              + text
              + "\" is no duration: write 500ms, 30s, 5m, 2h or 1d, or PT5M as ISO-8601 has it",
          notOne);
    }
  }

  /** What is wrong with a text; null if nothing is. */
  public static @Nullable String problem(String member, String text) {
    try {
      var unused = parse(member, text);
      return null;
    } catch (IllegalArgumentException wrong) {
      return wrong.getMessage();
    }
  }

  /** As {@link #parse}; empty for an empty text. */
  public static Optional<Duration> parseIfGiven(String member, String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(parse(member, text));
  }
}
