package org.cairncache.freshness.background;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cairncache.spi.Stored;
import org.cairncache.testkit.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A test of two processes that share files, and a clock. */
@Timeout(60)
abstract class TwoMembers {
  final ManualClock clock = new ManualClock();
  final Origin here = new Origin("here");
  final Origin there = new Origin("there");

  @TempDir Path directory;
  Member first;
  Member second;

  @BeforeEach
  void open() {
    first = new Member(clock, directory.toUri());
    second = new Member(clock, directory.toUri());
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  /** Lets time pass by the second for both. */
  final void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      clock.advance(ofSeconds(1));
      first.run();
      second.run();
    }
  }

  final Stored<String> stored() {
    Stored<String> stored = first.cache.getStored("k");
    assertThat(stored).isNotNull();
    return stored;
  }
}
