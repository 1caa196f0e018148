package org.cairncache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.cairncache.spi.Store.InvalidationListener;

/** What a listener was told so far: keys, or {@link #ALL}. Thread-safe. */
final class Heard implements InvalidationListener<String> {
  static final String ALL = "everything";

  /** The last key of all in a notice, where Redis sorts them. */
  static final String END = "~~end";

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(10);

  private final List<String> told = new CopyOnWriteArrayList<>();

  @Override
  public void invalidated(String key) {
    told.add(key);
  }

  @Override
  public void allInvalidated() {
    told.add(ALL);
  }

  /** All of it so far. */
  List<String> told() {
    return told;
  }

  void forget() {
    told.clear();
  }

  /** Returns when a key, or all, was told. */
  void await(String news) {
    patiently().untilAsserted(() -> assertThat(told).contains(news));
  }

  /** Returns when somebody else's change of the key is told, which is repeated until then. */
  void awaitHearing(String key, Runnable change) {
    patiently()
        .untilAsserted(
            () -> {
              change.run();
              assertThat(told).contains(key);
            });
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(LIMIT).pollInterval(POLL).ignoreExceptions();
  }
}
