package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** What an application is told that is not deployed. */
final class Refusal {
  private Refusal() {}

  /** All messages of the exception, its causes and what is suppressed in them. */
  static String of(Class<?>... beans) {
    return with(Map.of("cairn.cdi.missing-cache", "create"), beans);
  }

  /** As {@link #of}, with these system properties. */
  static String with(Map<String, String> settings, Class<?>... beans) {
    return textOf(catchThrowable(() -> Container.with(settings, beans).close()));
  }

  static String textOf(Throwable failure) {
    assertThat(failure).as("the failure of a deployment").isNotNull();
    StringBuilder text = new StringBuilder();
    add(failure, text, Collections.newSetFromMap(new IdentityHashMap<>()));
    return text.toString();
  }

  private static void add(Throwable failure, StringBuilder text, Set<Throwable> seen) {
    if (failure != null && seen.add(failure)) {
      text.append(failure.getMessage()).append('\n');
      add(failure.getCause(), text, seen);
      for (Throwable suppressed : failure.getSuppressed()) {
        add(suppressed, text, seen);
      }
    }
  }
}
