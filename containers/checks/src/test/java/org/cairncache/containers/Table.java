package org.cairncache.containers;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** What came out of each check in each container of this run. */
final class Table implements TestWatcher {
  /** What a check is that was not run: something is not here, such as a browser. */
  static final String NOT_RUN = "not run";

  private static final SortedMap<String, Map<String, String>> RESULTS = new TreeMap<>();
  private static final SortedMap<String, Duration> DURATIONS = new TreeMap<>();

  @Override
  public void testSuccessful(ExtensionContext check) {
    note(check, "yes");
  }

  @Override
  public void testFailed(ExtensionContext check, Throwable cause) {
    note(check, "**no**");
  }

  @Override
  public void testAborted(ExtensionContext check, Throwable cause) {
    note(check, NOT_RUN);
  }

  @Override
  public void testDisabled(ExtensionContext check, Optional<String> reason) {
    note(check, NOT_RUN);
  }

  /** Takes note of how long all checks took in a container. */
  static synchronized void took(Product product, Duration duration) {
    DURATIONS.merge(product.title(), duration, Duration::plus);
  }

  /** The containers of this run. */
  static synchronized List<String> containers() {
    return List.copyOf(DURATIONS.keySet());
  }

  /** The rows of a container, each check with its result. */
  static synchronized SortedMap<String, String> of(String container) {
    SortedMap<String, String> rows = new TreeMap<>();
    RESULTS.forEach(
        (check, results) -> {
          if (results.containsKey(container)) {
            rows.put(check, results.get(container));
          }
        });
    return rows;
  }

  /** All of it as Markdown. */
  static synchronized String markdown() {
    StringBuilder text = new StringBuilder("| check |");
    containers().forEach(container -> text.append(' ').append(container).append(" |"));
    text.append("\n|---|").append("---|".repeat(containers().size())).append('\n');
    RESULTS.forEach(
        (check, results) -> {
          text.append("| ").append(check).append(" |");
          containers()
              .forEach(
                  container ->
                      text.append(' ')
                          .append(results.getOrDefault(container, NOT_RUN))
                          .append(" |"));
          text.append('\n');
        });
    text.append("| *seconds* |");
    DURATIONS.values().forEach(took -> text.append(' ').append(took.toSeconds()).append(" |"));
    return text.append('\n').toString();
  }

  private static synchronized void note(ExtensionContext check, String result) {
    OnProduct on = (OnProduct) check.getRequiredTestInstances().getAllInstances().get(0);
    RESULTS
        .computeIfAbsent(
            group(check) + ": " + words(check.getRequiredTestMethod().getName()),
            name -> new TreeMap<>())
        .put(on.product().title(), result);
  }

  // Tests extend what is asked of all servers: AnnotationChecks and others.
  private static String group(ExtensionContext check) {
    Class<?> checks = check.getRequiredTestClass().getSuperclass();
    return words(checks.getSimpleName().replace("Checks", ""));
  }

  private static String words(String name) {
    return name.replace("_", ", ")
        .replaceAll("(?<=[A-Za-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
