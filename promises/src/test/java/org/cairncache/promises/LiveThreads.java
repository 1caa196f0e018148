package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of the threads of this JVM at some moment, but for those of the tests, and those that
 * the JVM and Reactor have once, whatever is open.
 */
record LiveThreads(Set<String> names) {
  private static final List<String> OTHERS =
      List.of("open-loop-", "awaitility", "process reaper", "parallel-", "CompletableFutureDelay");

  LiveThreads {
    names = Set.copyOf(names);
  }

  static LiveThreads now() {
    return new LiveThreads(
        Thread.getAllStackTraces().keySet().stream()
            .filter(Thread::isAlive)
            .map(Thread::getName)
            .filter(name -> OTHERS.stream().noneMatch(name::startsWith))
            .collect(Collectors.toSet()));
  }

  /** Waits until there are none whose names begin so, at most 30 s. */
  static void awaitNone(String... beginnings) {
    await("no thread of " + List.of(beginnings))
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                now().names.stream()
                    .noneMatch(name -> Arrays.stream(beginnings).anyMatch(name::startsWith)));
  }

  /** Waits until there are no others, at most 20 s. */
  void awaitNoOthers() {
    await("no thread left")
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              Set<String> left = new HashSet<>(now().names);
              left.removeAll(names);
              assertThat(left).isEmpty();
            });
  }
}
