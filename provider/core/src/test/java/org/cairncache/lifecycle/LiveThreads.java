package org.cairncache.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The threads that live at one moment, to see which are there later that were not then. The common
 * pool's do not count, which are the JVM's and which Caffeine borrows, nor JUnit's. Immutable.
 */
final class LiveThreads {
  // Less than the 10 s after which a thread without work would end anyway.
  private static final Duration LIMIT = Duration.ofSeconds(8);

  private final Set<Thread> before;

  private LiveThreads(Set<Thread> before) {
    this.before = before;
  }

  static LiveThreads now() {
    return new LiveThreads(Thread.getAllStackTraces().keySet());
  }

  /** Those that were started since and still run. */
  Set<Thread> since() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread) && thread.isAlive())
        .filter(thread -> !isOfOthers(thread.getName()))
        .collect(Collectors.toSet());
  }

  /** Waits until all that were started since have ended. */
  void awaitNoneSince() {
    await()
        .atMost(LIMIT)
        .pollInSameThread()
        .untilAsserted(() -> assertThat(names(since())).isEmpty());
  }

  private static boolean isOfOthers(String name) {
    return name.startsWith("ForkJoinPool.commonPool") || name.startsWith("junit-");
  }

  private static Set<String> names(Set<Thread> threads) {
    return threads.stream().map(Thread::getName).collect(Collectors.toCollection(TreeSet::new));
  }
}
