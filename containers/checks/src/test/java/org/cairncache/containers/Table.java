package org.cairncache.containers;

import java.time.Duration;
import java.util.LinkedHashMap;
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
  private static final SortedMap<String, Map<String, String>> RESULTS = new TreeMap<>();
  private static final Map<String, Duration> DURATIONS = new LinkedHashMap<>();

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
    note(check, "not run");
  }

  @Override
  public void testDisabled(ExtensionContext check, Optional<String> reason) {
    note(check, "not run");
  }

  /** Takes note of how long all checks took in a container. */
  static synchronized void took(Product product, Duration duration) {
    DURATIONS.put(product.title(), duration);
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
                          .append(results.getOrDefault(container, "not run"))
                          .append(" |"));
          text.append('\n');
        });
    text.append("| *seconds* |");
    DURATIONS.values().forEach(took -> text.append(' ').append(took.toSeconds()).append(" |"));
    return text.append('\n').toString();
  }

  private static synchronized void note(ExtensionContext check, String result) {
    ContainerContract contract =
        (ContainerContract) check.getRequiredTestInstances().getAllInstances().get(0);
    String group = check.getRequiredTestInstance().getClass().getSimpleName();
    RESULTS
        .computeIfAbsent(
            words(group) + ": " + words(check.getRequiredTestMethod().getName()),
            name -> new TreeMap<>())
        .put(contract.product().title(), result);
  }

  private static String words(String name) {
    return name.replace("_", ", ").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
